import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { type QuestionState, toneOfState } from "./question-state.ts";

/** The state of a question as a word. */
export function StatusTag({ state }: { state: QuestionState }) {
  const { common } = useMessages();
  return <Tag tone={toneOfState(state)}>{common.question.status[state]}</Tag>;
}
