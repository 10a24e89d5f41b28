import { useMemo } from "react";
import type { QuestionView } from "../../session/views.ts";
import { type ChoiceLists, choicesAmong, type QuestionFilter } from "./question-filter.ts";

/** What can be chosen among `questions`; the same until they or what is chosen change, whatever is typed meanwhile. */
export function useChoices(questions: readonly QuestionView[], filter: QuestionFilter): ChoiceLists {
  const { askerUnit, unit, nature, topic, state } = filter;
  return useMemo(
    () => choicesAmong(questions, { askerUnit, unit, nature, topic, state }),
    [questions, askerUnit, unit, nature, topic, state],
  );
}
