import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import type { CommandSpec } from "./spec.ts";
import { stagePageSchema } from "./stage.ts";
import { spanSchema } from "./timers.ts";

export const reportCommands = {
  /** Shows what a group reports on the stage and gives it time, everyone's; null: none is begun. */
  "report.show": {
    schema: z.strictObject({
      type: z.literal("report.show"),
      roomId: idSchema,
      durationMs: spanSchema.min(LIMITS.timerMinMs).max(LIMITS.timerMaxMs).nullable(),
      /** The page to begin with; absent: the first. */
      page: stagePageSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
