import { type Patch, put } from "../patches.ts";
import type { Bare } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { type QuestionRecord, questionRecordId } from "./records.ts";

export type QuestionFields = Bare<QuestionRecord>;

const SHARED = [
  "questionId",
  "roomId",
  "text",
  "originalText",
  "nature",
  "addressedUnit",
  "askerId",
  "anonymous",
  "askedAt",
  "support",
  "remark",
  "onStage",
  "topics",
  "disclosure",
  "liftedTo",
  "merged",
  "settled",
  "unsettled",
] as const satisfies readonly (keyof QuestionRecord)[];
export type SharedFields = Pick<QuestionRecord, (typeof SHARED)[number]>;

export const NO_UNITS = { leadUnit: null, supportUnits: [] } satisfies {
  leadUnit: null;
  supportUnits: string[];
};

interface Asked
  extends Pick<SharedFields, "questionId" | "roomId" | "text" | "askerId" | "anonymous" | "askedAt"> {
  readonly nature?: SharedFields["nature"] | undefined;
  /** The unit the asker means it for. */
  readonly unit?: string | undefined;
}

/** A question that nobody has worked on. */
export function newQuestion({ nature, unit, ...asked }: Asked): SharedFields {
  return {
    ...asked,
    originalText: null,
    nature: nature ?? null,
    addressedUnit: unit ?? null,
    support: 0,
    remark: null,
    onStage: false,
    topics: [],
    disclosure: "open",
    liftedTo: null,
    merged: null,
    settled: 0,
    unsettled: 0,
  };
}

/** What a question keeps whatever its state. */
export function sharedFields(question: QuestionRecord): SharedFields {
  return Object.fromEntries(SHARED.map((field) => [field, question[field]])) as SharedFields;
}

/** The patch that makes a question what `fields` say. */
export function writeQuestion(fields: QuestionFields): Patch {
  return put("question", questionRecordId(fields.questionId), fields);
}

export function findQuestion(questionId: string, state: SessionState): Result<QuestionRecord> {
  const question = state.find("question", questionRecordId(questionId));
  return question === undefined ? refuse("question_unknown") : done(question);
}

/** A question that is still worked on: not declined, not closed, not joined to another. */
export function findOpenQuestion(
  questionId: string,
  state: SessionState,
): Result<Exclude<QuestionRecord, { status: "declined" | "closed" | "merged" }>> {
  const found = findQuestion(questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "closed") return refuse("question_closed");
  if (question.status === "merged") return refuse("question_merged");
  return done(question);
}
