import type { AnswerRecord } from "../answers/records.ts";
import { type Patch, set } from "../patches.ts";
import type { QuestionRecord } from "../questions/records.ts";
import type { SessionState } from "../state.ts";
import { followupRecordId } from "./records.ts";

/** What a row of the ledger takes over of a question's answers: what was said last, aloud before in writing. */
export function gistOf(question: QuestionRecord, state: SessionState): string | null {
  return lastSaid(publicAnswers(question, state));
}

/**
 * A row's words that were taken over from an answer go when it is taken back, for askers and other units read them there, and come
 * when it is put back; what somebody wrote there stays.
 */
export function gistFollowing(
  answer: AnswerRecord,
  question: QuestionRecord,
  isHeld: boolean,
  state: SessionState,
): Patch[] {
  const row = state.find("followup", followupRecordId(question.questionId));
  if (row === undefined) return [];
  const others = publicAnswers(question, state).filter(({ id }) => id !== answer.id);
  const [before, after] = isHeld
    ? [answer.text, lastSaid(others)]
    : [lastSaid(others), lastSaid([...others, answer])];
  return row.gist === before && before !== after ? [set(row, { gist: after })] : [];
}

function publicAnswers(question: QuestionRecord, state: SessionState): AnswerRecord[] {
  return [...state.children(question.id)]
    .filter((child) => child.kind === "answer")
    .filter(({ status }) => status === "public");
}

function lastSaid(answers: readonly AnswerRecord[]): string | null {
  const oral = answers.filter(({ manner }) => manner === "oral");
  const last = [...(oral.length > 0 ? oral : answers)]
    .sort((one, other) => one.postedAt - other.postedAt)
    .at(-1);
  return last?.text ?? null;
}
