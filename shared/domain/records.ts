import type { z } from "zod";
import { answerRecordSchema } from "./answers/records.ts";
import { followupRecordSchema, ledgerRecordSchema, progressRecordSchema } from "./followups/records.ts";
import { notesHoldRecordSchema } from "./notes/records.ts";
import { personRecordSchema } from "./people/records.ts";
import { ratingRecordSchema } from "./questions/ratings/records.ts";
import { questionRecordSchema, supportRecordSchema } from "./questions/records.ts";
import { trailRecordSchema } from "./questions/trails/records.ts";
import { roomRecordSchema } from "./rooms/records.ts";
import { sessionRecordSchema } from "./session/records.ts";
import { stageQueueRecordSchema, stageRecordSchema } from "./stage/records.ts";
import { tallyRecordSchema } from "./tally/records.ts";
import { phrasesRecordSchema, topicsRecordSchema } from "./wordings/records.ts";

/** The schema of every record kind as it is stored; what a viewer gets of it is decided in each concern's `lanes`. */
export const RECORDS = {
  session: sessionRecordSchema,
  room: roomRecordSchema,
  person: personRecordSchema,
  question: questionRecordSchema,
  support: supportRecordSchema,
  answer: answerRecordSchema,
  rating: ratingRecordSchema,
  trail: trailRecordSchema,
  followup: followupRecordSchema,
  progress: progressRecordSchema,
  ledger: ledgerRecordSchema,
  topics: topicsRecordSchema,
  phrases: phrasesRecordSchema,
  stage: stageRecordSchema,
  stageQueue: stageQueueRecordSchema,
  tally: tallyRecordSchema,
  notesHold: notesHoldRecordSchema,
} as const;

export type RecordKind = keyof typeof RECORDS;
export type RecordOf<K extends RecordKind> = z.infer<(typeof RECORDS)[K]>;
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];
