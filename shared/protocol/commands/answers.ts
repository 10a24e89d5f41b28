import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { plainText } from "../text.ts";
import { unitSchema } from "./questions.ts";
import type { CommandSpec } from "./spec.ts";

export const mannerSchema = z.enum(["written", "oral"]);

export const answerCommands = {
  /** `unit` says who spoke when a recorder types for a unit; without it the lead unit did. */
  "answer.post": {
    schema: z.strictObject({
      type: z.literal("answer.post"),
      answerId: idSchema,
      questionId: idSchema,
      text: plainText(LIMITS.answerMaxChars),
      manner: mannerSchema,
      unit: unitSchema.optional(),
      /** Said on the way, and not yet the answer. What a supporting unit says always is. */
      part: z.boolean().optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "answer.edit": {
    schema: z.strictObject({
      type: z.literal("answer.edit"),
      answerId: idSchema,
      text: plainText(LIMITS.answerMaxChars),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Takes a public answer back to 待核 (`on`), or lets it out again. */
  "answer.hold": {
    schema: z.strictObject({
      type: z.literal("answer.hold"),
      answerId: idSchema,
      on: z.boolean(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
