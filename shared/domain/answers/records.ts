import { z } from "zod";
import { mannerSchema } from "../../protocol/commands/answers.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

export const answerRecordSchema = z.strictObject({
  ...recordBase("answer"),
  answerId: z.string(),
  questionId: z.string(),
  text: z.string(),
  manner: mannerSchema,
  /** The unit that answers, whoever typed. */
  unit: z.string(),
  /** Who typed it: a person's id, or `organiser`. */
  postedBy: z.string(),
  postedAt: timestampSchema,
  editedAt: timestampSchema.nullable(),
  /** Said on the way; the lead unit concludes. */
  part: z.boolean(),
  /** `held`: taken back to 待核 by staff; its unit and staff still see it. */
  status: z.enum(["public", "held"]),
});
export type AnswerRecord = z.infer<typeof answerRecordSchema>;

export function answerRecordId(answerId: string): string {
  return `answer:${answerId}`;
}
