import { useState } from "react";
import { inReadingOrder } from "../../../shared/domain/answers/reading-order.ts";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { OwnAnswerEditor } from "../answering/answer-forms.tsx";
import { AnswerBlock } from "../questions/answer-block.tsx";
import { Doubts, DoubtTag } from "../questions/doubts.tsx";
import { QuestionMeta } from "../questions/question-card.tsx";
import { questionState } from "../questions/question-state.ts";
import { DeskAct, deskTextId } from "./desk-act.tsx";
import { DeskActs } from "./desk-acts.tsx";
import { HoldDesk } from "./desk-hold.tsx";
import styles from "./unit-desk.module.css";
import { UnsentAnswers } from "./unsent-answers.tsx";

interface Props {
  readonly question: QuestionView;
  readonly answers: readonly AnswerView[];
  readonly unit: string;
}

/** One question on the desk: its answers so far, and the field to answer or to change what the unit said. */
export function DeskItem({ question, answers, unit }: Props) {
  const { common, room: words } = useMessages();
  const can = useCan();
  /** The form that is open: of an act, or of the answer that is being changed. */
  const [form, setForm] = useState<string | null>(null);
  const focus = useKeptFocus<HTMLLIElement>(form);
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const open = question.status !== "closed" && !isSealed;
  const close = () => setForm(null);
  return (
    <li ref={focus.place} id={deskItemId(question)} tabIndex={-1} className={styles.item} {...focus.handlers}>
      <p id={deskTextId(question)} className={styles.text}>
        {question.text}
      </p>
      <QuestionMeta question={question} state={questionState(question)}>
        <DoubtTag question={question} />
      </QuestionMeta>
      {inReadingOrder(answers, question.leadUnit).map(({ answer, role }) =>
        open && form === answer.answerId ? (
          <HoldDesk key={answer.id}>
            <OwnAnswerEditor
              question={question}
              about={deskTextId(question)}
              answer={answer}
              onClose={close}
            />
          </HoldDesk>
        ) : (
          <AnswerBlock key={answer.id} answer={answer} role={role}>
            {open && answer.unit === unit && can({ type: "answer.edit", answerId: answer.answerId }) && (
              <DeskAct
                question={question}
                opens={answer.answerId}
                variant="subtle"
                size="compact-sm"
                onAct={() => setForm(answer.answerId)}
              >
                {words.desk.edit}
              </DeskAct>
            )}
          </AnswerBlock>
        ),
      )}
      <UnsentAnswers question={question} />
      {(question.settled > 0 || question.unsettled > 0) && (
        <p className={styles.state}>{common.rating.counts(question.settled, question.unsettled)}</p>
      )}
      <Doubts questionId={question.questionId} />
      {open && (
        <DeskActs
          question={question}
          answers={answers}
          unit={unit}
          form={form}
          onForm={setForm}
          onClose={close}
        />
      )}
    </li>
  );
}

/** Where a question stands on the desk. */
export function deskItemId({ id }: QuestionView): string {
  return `desk-item-${id}`;
}
