import { useRef } from "react";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import { useRecords } from "../../sync/hooks.ts";

export const NO_ANSWERS: readonly AnswerView[] = [];

/**
 * Answers by question id, the oldest first. A question's list is taken from `before` where nothing in it changed, so
 * that only the cards concerned are drawn again.
 */
export function groupAnswers(
  answers: readonly AnswerView[],
  before: ReadonlyMap<string, readonly AnswerView[]>,
): ReadonlyMap<string, readonly AnswerView[]> {
  const grouped = new Map<string, AnswerView[]>();
  for (const answer of answers) {
    const list = grouped.get(answer.questionId);
    if (list === undefined) grouped.set(answer.questionId, [answer]);
    else list.push(answer);
  }
  const result = new Map<string, readonly AnswerView[]>();
  for (const [questionId, list] of grouped) {
    list.sort((one, other) => one.postedAt - other.postedAt || one.id.localeCompare(other.id));
    const known = before.get(questionId);
    const unchanged = known?.length === list.length && known.every((answer, index) => answer === list[index]);
    result.set(questionId, unchanged ? known : list);
  }
  return result;
}

/** The session's answers the viewer may see, by question id. */
export function useAnswersByQuestion(): ReadonlyMap<string, readonly AnswerView[]> {
  const answers = useRecords("answer");
  const last = useRef<{ answers: typeof answers; grouped: ReturnType<typeof groupAnswers> }>(null);
  if (last.current === null || last.current.answers !== answers) {
    last.current = { answers, grouped: groupAnswers(answers, last.current?.grouped ?? new Map()) };
  }
  return last.current.grouped;
}
