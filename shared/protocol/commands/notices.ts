import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import type { CommandSpec } from "./spec.ts";

export const noticeCommands = {
  /** Says a line to a room, or with null to everybody, in place of the one that stands there. */
  "notice.send": {
    schema: z.strictObject({
      type: z.literal("notice.send"),
      roomId: idSchema.nullable(),
      text: lineText(LIMITS.noticeMaxChars),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "notice.withdraw": {
    schema: z.strictObject({ type: z.literal("notice.withdraw"), roomId: idSchema.nullable() }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
