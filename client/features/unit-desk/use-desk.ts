import { useMemo } from "react";
import { isAnsweringSide } from "../../../shared/domain/people/standing.ts";
import { useMe, useRecords } from "../../sync/hooks.ts";
import { useAnswersByQuestion } from "../questions/answers-by-question.ts";
import { type Desk, deskOf } from "./desk-questions.ts";

/** The desk of the viewer's unit; null for whoever answers for none. */
export function useDesk(): Desk | null {
  const me = useMe();
  const questions = useRecords("question");
  const answers = useAnswersByQuestion();
  const ratings = useRecords("rating");
  const unit = me !== undefined && isAnsweringSide(me.side) ? me.unit : null;
  return useMemo(
    () => (unit === null ? null : deskOf(questions, { answers, ratings }, unit)),
    [questions, answers, ratings, unit],
  );
}
