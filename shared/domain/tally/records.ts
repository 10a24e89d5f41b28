import { z } from "zod";
import { recordBase } from "../record-base.ts";

/** The session's counts for the stage page, which may not see pending questions and so cannot count them. */
export const tallyRecordSchema = z.strictObject({
  ...recordBase("tally"),
  /** 提出: asked and not declined, pending ones included. */
  asked: z.number().int().min(0),
  /** 答复: answered, or closed after an answer. */
  answered: z.number().int().min(0),
  /** 待答: public without an answer. */
  waiting: z.number().int().min(0),
});
export type TallyRecord = z.infer<typeof tallyRecordSchema>;

export const TALLY_RECORD_ID = "tally:this";
