import { z } from "zod";
import { recordBase } from "../record-base.ts";

/** The labels questions can be given, in the order they are offered. */
export const topicsRecordSchema = z.strictObject({ ...recordBase("topics"), names: z.array(z.string()) });
export type TopicsRecord = z.infer<typeof topicsRecordSchema>;

/** Reasons for declining that staff use again. */
export const phrasesRecordSchema = z.strictObject({
  ...recordBase("phrases"),
  declineReasons: z.array(z.string()),
});
export type PhrasesRecord = z.infer<typeof phrasesRecordSchema>;

export const TOPICS_RECORD_ID = "topics:this";
export const PHRASES_RECORD_ID = "phrases:this";
