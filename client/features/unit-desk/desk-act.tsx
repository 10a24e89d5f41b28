import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { singlePress } from "../../ui/forms/single-press.ts";

interface Props extends ButtonProps {
  readonly question: QuestionView;
  /** The form it opens, to which the focus belongs again when that closes. */
  readonly opens?: string;
  /** Whether it is the thing to do now: where the focus goes when the act before can be done no more. */
  readonly isNext?: boolean;
  readonly title?: string;
  readonly keys?: string;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

/** A button of the desk, told from the same button of the next question by that question's words. */
export function DeskAct({ question, opens, isNext = false, keys, onAct, ...button }: Props) {
  return (
    <Button
      size="compact-md"
      aria-describedby={deskTextId(question)}
      aria-keyshortcuts={keys}
      data-opens={opens}
      data-next={isNext || undefined}
      onClick={singlePress(onAct)}
      {...button}
    />
  );
}

/** Where the words of a question stand on the desk. */
export function deskTextId({ id }: QuestionView): string {
  return `desk-${id}`;
}
