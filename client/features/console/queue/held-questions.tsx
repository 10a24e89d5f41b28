import { Button } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import { unitsLine } from "../marks/joining.ts";
import styles from "./held-questions.module.css";

/** 暂存: what was put aside, folded, under the queue. */
export function HeldQuestions({ questions }: { questions: readonly QuestionView[] }) {
  const { common, console } = useAllMessages();
  const words = console.held;
  const { rights, moderation, open } = useConsole();
  if (questions.length === 0) return null;
  return (
    <details className={styles.held}>
      <summary>{words.title(questions.length)}</summary>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question.id} className={styles.item}>
            <button type="button" className={styles.text} onClick={() => open.details(question.questionId)}>
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
