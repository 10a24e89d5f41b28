import type { AnswerView, QuestionView } from "../../session/views.ts";

/** The desk of one unit: what waits for its answer, and what has one. */
export interface Desk {
  readonly waiting: readonly QuestionView[];
  readonly answered: readonly QuestionView[];
}

/**
 * The questions in which `unit` has the lead or supports. The lead's wait until they are answered by anybody, those
 * it supports until it has said its part. The longest waiting stands first; what has an answer, the newest first.
 */
export function deskOf(
  questions: readonly QuestionView[],
  answers: ReadonlyMap<string, readonly AnswerView[]>,
  unit: string,
): Desk {
  const ours = questions.filter(
    (question) => question.leadUnit === unit || question.supportUnits.includes(unit),
  );
  const waits = (question: QuestionView) => {
    if (question.status === "closed") return false;
    const given = answers.get(question.questionId) ?? [];
    return question.leadUnit === unit
      ? question.status === "routed"
      : !given.some((answer) => answer.unit === unit);
  };
  return {
    waiting: ours.filter(waits).sort((one, other) => one.askedAt - other.askedAt),
    answered: ours.filter((question) => !waits(question)).sort((one, other) => other.askedAt - one.askedAt),
  };
}
