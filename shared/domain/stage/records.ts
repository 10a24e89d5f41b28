import { z } from "zod";
import { stagePageSchema } from "../../protocol/commands/stage.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** What the projector shows; `recordId: null` is the welcome page with the address. */
export const stageRecordSchema = z.strictObject({
  ...recordBase("stage"),
  recordId: z.string().nullable(),
  since: timestampSchema,
  /** Which page of it, where it has several; absent: the first. Beyond the last it is the last. */
  page: stagePageSchema.optional(),
});
export type StageRecord = z.infer<typeof stageRecordSchema>;

/** The questions that go on the stage next, in order; one that can no longer be shown is passed over. */
export const stageQueueRecordSchema = z.strictObject({
  ...recordBase("stageQueue"),
  questionIds: z.array(z.string()),
});

export type StageQueueRecord = z.infer<typeof stageQueueRecordSchema>;

export const STAGE_QUEUE_RECORD_ID = "stageQueue:this";
export const STAGE_RECORD_ID = "stage:this";

/** The page that is shown, from 1. */
export function stagePageOf({ page = 1 }: Pick<StageRecord, "page">): number {
  return page;
}
