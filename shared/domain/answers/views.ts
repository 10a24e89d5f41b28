import type { z } from "zod";
import { answerRecordSchema } from "./records.ts";

/** Who typed it stays with staff. */
export const answerViewSchema = answerRecordSchema
  .pick({
    id: true,
    kind: true,
    rev: true,
    answerId: true,
    questionId: true,
    text: true,
    manner: true,
    unit: true,
    postedAt: true,
    editedAt: true,
    part: true,
    status: true,
  })
  .extend(answerRecordSchema.pick({ postedBy: true }).exactPartial().shape);
export type AnswerView = z.infer<typeof answerViewSchema>;
