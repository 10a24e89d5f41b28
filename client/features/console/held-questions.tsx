import { Button } from "@mantine/core";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./held-questions.module.css";
import { unitsLine } from "./joining.ts";
import type { ConsoleRights } from "./use-console-rights.ts";
import type { Moderation } from "./use-moderation.ts";

interface Props {
  readonly questions: readonly QuestionView[];
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
  readonly onDetails: (questionId: string) => void;
}

/** 暂存: what was put aside, folded, under the queue. */
export function HeldQuestions({ questions, rights, moderation, onDetails }: Props) {
  const { common, console } = useMessages();
  const words = console.held;
  if (questions.length === 0) return null;
  return (
    <details className={styles.held}>
      <summary>{words.title(questions.length)}</summary>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question.id} className={styles.item}>
            <button type="button" className={styles.text} onClick={() => onDetails(question.questionId)}>
              {question.text}
            </button>
            <p className={styles.foot}>
              <span>{unitsLine(question, common.listSeparator)}</span>
              {rights.moderates && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.backOf(question.text)}
                  onClick={() => moderation.hold(question, false)}
                >
                  {words.back}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
