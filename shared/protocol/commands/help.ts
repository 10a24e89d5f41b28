import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";
import type { CommandSpec } from "./spec.ts";

export const helpCommands = {
  /** Calls staff to a room; a room that has called already goes on as it is. */
  "help.call": {
    schema: z.strictObject({
      type: z.literal("help.call"),
      roomId: idSchema,
      text: lineText(LIMITS.helpMaxChars).optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Somebody goes there, or whoever called takes it back. */
  "help.answer": {
    schema: z.strictObject({ type: z.literal("help.answer"), roomId: idSchema }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Puts back the call of that time where it was answered by mistake. */
  "help.restore": {
    schema: z.strictObject({ type: z.literal("help.restore"), roomId: idSchema, calledAt: timestampSchema }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
