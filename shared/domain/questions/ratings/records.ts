import { z } from "zod";
import { verdictSchema } from "../../../protocol/commands/questions.ts";
import { timestampSchema } from "../../../protocol/timestamp.ts";
import { recordBase } from "../../record-base.ts";

/** What one asker thinks of the answer: 已解惑 or 仍有疑问. */
export const ratingRecordSchema = z.strictObject({
  ...recordBase("rating"),
  questionId: z.string(),
  /** As among the question's askers. */
  askerId: z.string(),
  verdict: verdictSchema,
  note: z.string().nullable(),
  ratedAt: timestampSchema,
});
export type RatingRecord = z.infer<typeof ratingRecordSchema>;

/** By the asker's place among the question's askers: an id that others see must not say who asked. */
export function ratingRecordId(questionId: string, askerPlace: number): string {
  return `rating:${questionId}:${askerPlace}`;
}
