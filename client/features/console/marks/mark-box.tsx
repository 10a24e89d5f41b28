import { Checkbox } from "@mantine/core";
import type { MouseEvent } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";

interface Props {
  readonly question: QuestionView;
  readonly isMarked: boolean;
  readonly tabIndex?: number;
}

/** A press here marks and does not select: a card that is selected opens, and the box would move from under the pointer. */
function leaveSelection(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Marks a question, to do something with several at once. */
export function MarkBox({ question, isMarked, tabIndex }: Props) {
  const words = useAllMessages().console.marks;
  const { toggleMark } = useConsole();
  return (
    <Checkbox
      size="md"
      aria-label={words.mark(question.text)}
      aria-keyshortcuts="M"
      checked={isMarked}
      {...(tabIndex !== undefined && { tabIndex })}
      onMouseDown={leaveSelection}
      onClick={(event) => event.stopPropagation()}
      onChange={() => toggleMark(question.questionId)}
    />
  );
}
