import type { SessionState } from "../state.ts";
import { type QuestionRecord, questionRecordId, supportRecordId } from "./records.ts";

/** The question that speaks for another now: itself, or the one it was joined into. */
export function representativeOf(question: QuestionRecord, state: SessionState): QuestionRecord {
  let found = question;
  while (found.status === "merged") {
    const next = state.find("question", questionRecordId(found.intoId));
    if (next === undefined) break;
    found = next;
  }
  return found;
}

/** Ids of a question and of all that were joined into it, at whatever remove. */
export function familyIds(question: QuestionRecord, state: SessionState): readonly string[] {
  const ids = [question.questionId];
  // Grows while it is gone through.
  for (const id of ids) {
    const member = id === question.questionId ? question : state.find("question", questionRecordId(id));
    ids.push(...(member?.merged?.from ?? []));
  }
  return ids;
}

/** The questions of a family a person supports: voices given before the joining count on, once. */
export function supportedIn(
  family: readonly string[],
  personId: string,
  state: SessionState,
): readonly string[] {
  return family.filter((questionId) => state.get(supportRecordId(questionId, personId)) !== undefined);
}

/** Everybody who supports one of a family. */
export function supportersOf(family: readonly string[], state: SessionState): Set<string> {
  const people = new Set<string>();
  for (const questionId of family) {
    for (const child of state.children(questionRecordId(questionId))) {
      if (child.kind === "support") people.add(child.personId);
    }
  }
  return people;
}
