import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText, plainText } from "../text.ts";

export const natureSchema = z.enum(["difficulty", "pain", "blockage"]);
export const outcomeSchema = z.enum(["resolved", "follow-up"]);
export const unitSchema = lineText(LIMITS.unitMaxChars);

const questionId = idSchema;

export const questionCommands = {
  "question.ask": z.strictObject({
    type: z.literal("question.ask"),
    questionId,
    roomId: idSchema,
    text: plainText(LIMITS.questionMaxChars),
    unit: unitSchema.optional(),
    nature: natureSchema.optional(),
    anonymous: z.boolean().optional(),
  }),
  "question.approve": z.strictObject({ type: z.literal("question.approve"), questionId }),
  "question.decline": z.strictObject({
    type: z.literal("question.decline"),
    questionId,
    reason: plainText(LIMITS.reasonMaxChars),
  }),
  /** Takes the last decision back: a declined or public question is pending again, a closed one open. */
  "question.restore": z.strictObject({ type: z.literal("question.restore"), questionId }),
  "question.edit": z.strictObject({
    type: z.literal("question.edit"),
    questionId,
    text: plainText(LIMITS.questionMaxChars),
  }),
  "question.remark": z.strictObject({
    type: z.literal("question.remark"),
    questionId,
    text: plainText(LIMITS.remarkMaxChars).nullable(),
  }),
  "question.support": z.strictObject({
    type: z.literal("question.support"),
    questionId,
    on: z.boolean(),
  }),
  "question.route": z.strictObject({
    type: z.literal("question.route"),
    questionId,
    leadUnit: unitSchema,
    supportUnits: z.array(unitSchema).max(LIMITS.supportUnitsMax).optional(),
  }),
  "question.close": z.strictObject({
    type: z.literal("question.close"),
    questionId,
    outcome: outcomeSchema,
  }),
} as const;
