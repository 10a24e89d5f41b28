import { useMemo } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { subjectOf } from "../../finding/similar-questions.ts";
import { useAlike } from "../../finding/use-alike.ts";
import { isInPlay } from "../../questions/question-state.ts";

/** More would be read by nobody. */
export const ALIKE_MAX = 3;
const NONE: readonly QuestionView[] = [];

/** The questions that are alike to one, the most alike first; those that were sent back or stand in another are left out. */
export function useAlikeOf(question: QuestionView | undefined): readonly QuestionView[] {
  const alike = useAlike();
  return useMemo(() => {
    if (question === undefined) return NONE;
    const isOffered = ({ id, status }: QuestionView) => id !== question.id && isInPlay(status);
    return alike(subjectOf(question), isOffered, ALIKE_MAX);
  }, [alike, question]);
}
