import { useDiscard, useOutbox } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { QuestionView } from "../../sync/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { DeskAct } from "./desk-act.tsx";
import styles from "./unit-desk.module.css";

/** Answers of one's own that have not reached the server, or that it refused: the text stays until its author lets go. */
export function UnsentAnswers({ question }: { question: QuestionView }) {
  const { common, errors, room: words } = useMessages();
  const outbox = useOutbox();
  const discard = useDiscard();
  return outbox.map((entry) => {
    const { command } = entry;
    if (command.type !== "answer.post" || command.questionId !== question.questionId) return null;
    return (
      <div key={entry.commandId} className={styles.unsent}>
        <p>
          <Tag tone={isRefused(entry) ? "live" : "waiting"}>
            {isRefused(entry) ? common.question.status.refused : common.question.status.unsent}
          </Tag>{" "}
          {entry.problem === undefined ? words.mine.unsent : errors[entry.problem.code]}
        </p>
        <p className={styles.text}>{command.text}</p>
        {isRefused(entry) && (
          <DeskAct
            question={question}
            variant="subtle"
            size="compact-sm"
            onAct={() => discard(entry.commandId)}
          >
            {words.mine.discard}
          </DeskAct>
        )}
      </div>
    );
  });
}
