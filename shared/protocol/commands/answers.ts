import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { plainText } from "../text.ts";
import { unitSchema } from "./questions.ts";

export const mannerSchema = z.enum(["written", "oral"]);

export const answerCommands = {
  /** `unit` says who spoke when a recorder types for a unit; without it the lead unit did. */
  "answer.post": z.strictObject({
    type: z.literal("answer.post"),
    answerId: idSchema,
    questionId: idSchema,
    text: plainText(LIMITS.answerMaxChars),
    manner: mannerSchema,
    unit: unitSchema.optional(),
    /** Said on the way, and not yet the answer. What a supporting unit says always is. */
    part: z.boolean().optional(),
  }),
  "answer.edit": z.strictObject({
    type: z.literal("answer.edit"),
    answerId: idSchema,
    text: plainText(LIMITS.answerMaxChars),
  }),
  /** Takes a public answer back to 待核 (`on`), or lets it out again. */
  "answer.hold": z.strictObject({
    type: z.literal("answer.hold"),
    answerId: idSchema,
    on: z.boolean(),
  }),
} as const;
