import { z } from "zod";
import { recordBase } from "../record-base.ts";

const countsSchema = z.strictObject({
  /** 提出: asked and not declined, pending ones included; what was joined counts as one. */
  asked: z.number().int().min(0),
  /** 公开: past review. */
  public: z.number().int().min(0),
  /** 答复: answered, or closed as resolved; what went to the ledger is counted there. */
  answered: z.number().int().min(0),
  /** 待答: public without an answer. */
  waiting: z.number().int().min(0),
  /** 转入台账. */
  followUps: z.number().int().min(0),
});
export type Counts = z.infer<typeof countsSchema>;

/** The session's numbers, for the stage page too, which may not see every question and so cannot count them. */
export const tallyRecordSchema = z.strictObject({
  ...recordBase("tally"),
  ...countsSchema.shape,
  /** By lead unit; units that have nothing are left out. */
  byUnit: z.record(z.string(), countsSchema),
  byNature: z.record(z.string(), countsSchema),
  /** How many answers took so many whole minutes from being public, by minute; all longer ones under the last. */
  answerMinutes: z.record(z.string(), z.number().int().min(1)),
});
export type TallyRecord = z.infer<typeof tallyRecordSchema>;

export const TALLY_RECORD_ID = "tally:this";
