import { Button } from "@mantine/core";
import { useState } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useDiscard, useOutbox, useRecord } from "../../session/hooks.ts";
import { isRefused } from "../../session/outbox.ts";
import type { AnswerView, QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { AnswerBlock } from "../questions/answer-block.tsx";
import { QuestionMeta } from "../questions/question-card.tsx";
import { questionState } from "../questions/question-state.ts";
import { AnswerForm } from "./answer-form.tsx";
import { DeskActs } from "./desk-acts.tsx";
import styles from "./unit-desk.module.css";

interface Props {
  readonly question: QuestionView;
  readonly answers: readonly AnswerView[];
  readonly unit: string;
}

/** One question on the desk: its answers so far, and the field to answer or to change what the unit said. */
export function DeskItem({ question, answers, unit }: Props) {
  const { common, room: words } = useMessages();
  const can = useCan();
  const { questionId } = question;
  const [editing, setEditing] = useState<string | null>(null);
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const open = question.status !== "closed" && !isSealed;
  return (
    <li className={styles.item}>
      <p className={styles.text}>{question.text}</p>
      <QuestionMeta question={question} state={questionState(question)} />
      {answers.map((answer) =>
        open && editing === answer.answerId ? (
          <AnswerForm key={answer.id} question={question} answer={answer} onDone={() => setEditing(null)} />
        ) : (
          <AnswerBlock key={answer.id} answer={answer}>
            {open &&
              answer.unit === unit &&
              can({ type: "answer.edit", answerId: answer.answerId, text: "" }) && (
                <Button variant="subtle" size="compact-sm" onClick={() => setEditing(answer.answerId)}>
                  {words.desk.edit}
                </Button>
              )}
          </AnswerBlock>
        ),
      )}
      <UnsentAnswers questionId={questionId} />
      {(question.settled > 0 || question.unsettled > 0) && (
        <p className={styles.standing}>{common.rating.counts(question.settled, question.unsettled)}</p>
      )}
      {open && <DeskActs question={question} answers={answers} unit={unit} />}
    </li>
  );
}

/** Answers of one's own that have not reached the server, or that it refused: the text stays until its author lets go. */
function UnsentAnswers({ questionId }: { questionId: string }) {
  const { common, errors, room: words } = useMessages();
  const outbox = useOutbox();
  const discard = useDiscard();
  return outbox.map((entry) => {
    const { command } = entry;
    if (command.type !== "answer.post" || command.questionId !== questionId) return null;
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
          <Button variant="subtle" size="compact-sm" onClick={() => discard(entry.commandId)}>
            {words.mine.discard}
          </Button>
        )}
      </div>
    );
  });
}
