import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { UnsentEntry } from "../outbox/unsent-entry.tsx";
import { useUnsentNow } from "../outbox/use-unsent.ts";
import { deskTextId } from "./desk-act.tsx";
import styles from "./unit-desk.module.css";

/** Answers of one's own that have not reached the server, or that it refused: the text stays until its author lets go. */
export function UnsentAnswers({ question }: { question: QuestionView }) {
  return useUnsentNow(isAnswer)
    .filter(({ command }) => command.questionId === question.questionId)
    .map((entry) => (
      <div key={entry.commandId} className={styles.unsent}>
        <UnsentEntry entry={entry} as="answer" about={deskTextId(question)} />
      </div>
    ));
}

function isAnswer(command: Command): command is CommandOf<"answer.post"> {
  return command.type === "answer.post";
}
