import { z } from "zod";
import { verdictSchema } from "../../../protocol/commands/questions.ts";
import { timestampSchema } from "../../../protocol/timestamp.ts";
import { recordBase } from "../../record-base.ts";

/** What can happen to a question on its way; what a step says beside stands in the other fields. */
export const STEP_KINDS = [
  "asked",
  "collected",
  "held",
  "unheld",
  "approved",
  "declined",
  "restored",
  "routed",
  "accepted",
  "handedOn",
  "kept",
  "promised",
  "part",
  "answered",
  "rated",
  "resolved",
  "followUp",
  "merged",
  "joined",
  "lifted",
  "lowered",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** The steps of a review: what leaders do with the questions of their room, and take back. */
export const REVIEW_STEPS: ReadonlySet<StepKind> = new Set([
  "held",
  "unheld",
  "approved",
  "declined",
  "restored",
]);

/** The steps that are an answer: what a leader types in the own room, and takes back. */
export const SAID_STEPS: ReadonlySet<StepKind> = new Set(["part", "answered"]);

/** A record as it was before a step; `fields: null` where it was not there. */
export const formerRecordSchema = z.strictObject({
  id: z.string(),
  fields: z.record(z.string(), z.unknown()).nullable(),
});
export type FormerRecord = z.infer<typeof formerRecordSchema>;

export const stepSchema = z.strictObject({
  kind: z.enum(STEP_KINDS),
  at: timestampSchema,
  /** Who did it: a person's id, `organiser`, or `nobody` where that is not recorded. */
  by: z.string(),
  /** The unit it concerns: collected from, routed to, handed on to, answered by. */
  unit: z.string().nullable(),
  /** A reason, or what an asker says of the answer. */
  note: z.string().nullable(),
  dueAt: timestampSchema.nullable(),
  verdict: verdictSchema.nullable(),
  /** The question this one was joined into, or one that was joined into it. */
  otherId: z.string().nullable(),
  /** What undoing it brings back; null once it is too long ago. */
  before: z.array(formerRecordSchema).nullable(),
});
export type Step = z.infer<typeof stepSchema>;

/** The way of one question, step by step. */
export const trailRecordSchema = z.strictObject({
  ...recordBase("trail"),
  questionId: z.string(),
  /** How often it has changed; what `question.undo` names, so that nobody undoes what has not been seen. */
  count: z.number().int().min(0),
  steps: z.array(stepSchema),
});
export type TrailRecord = z.infer<typeof trailRecordSchema>;

export function trailRecordId(questionId: string): string {
  return `trail:${questionId}`;
}
