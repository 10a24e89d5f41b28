import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useCan, useSend } from "../../sync/hooks.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { formatMonthDay } from "../../ui/text/format-time.ts";
import { showProblem } from "../../ui/undo.tsx";
import { OwnAnswerForm } from "../answering/answer-forms.tsx";
import { DeskAct, deskTextId } from "./desk-act.tsx";
import { HoldDesk } from "./desk-hold.tsx";
import { HandOnForm } from "./hand-on-form.tsx";
import { PromiseForm } from "./promise-form.tsx";
import styles from "./unit-desk.module.css";

interface Props {
  readonly question: QuestionView;
  readonly answers: readonly AnswerView[];
  readonly unit: string;
  /** The form of the question that is open; `answer`, `handOn` and `promise` are of these acts. */
  readonly form: string | null;
  readonly onForm: (form: string) => void;
  readonly onClose: () => void;
}

/** What the unit may do with a live question: 签收 first, then to answer, to promise, to hand on. */
export function DeskActs({ question, answers, unit, form, onForm, onClose }: Props) {
  const { errors, room: words } = useMessages();
  const [language] = useLanguage();
  const can = useCan();
  const send = useSend();
  const { questionId } = question;
  const act = async (command: Command) => {
    onClose();
    const reply = await send(command);
    if (!reply.ok) showProblem(errors[reply.error.code]);
  };
  const isOwned = question.status === "routed" || question.status === "accepted";
  const leads = isOwned && can({ type: "question.accept", questionId });
  const handOn = isOwned ? (question.handOn ?? null) : null;
  const mayAnswer = can({ type: "answer.post", manner: "written", questionId });
  const isSupport = question.leadUnit !== null && question.leadUnit !== unit;
  if (form === "answer") {
    return (
      <HoldDesk>
        <OwnAnswerForm
          question={question}
          isSupport={isSupport}
          about={deskTextId(question)}
          onDone={onClose}
        />
      </HoldDesk>
    );
  }
  if (form === "handOn") {
    return (
      <HandOnForm
        question={question}
        unit={unit}
        onHandOn={(toUnit, reason) => void act({ type: "question.handOn", questionId, toUnit, reason })}
        onClose={onClose}
      />
    );
  }
  if (form === "promise") {
    return (
      <PromiseForm
        question={question}
        onPromise={(dueAt) => void act({ type: "question.promise", questionId, dueAt })}
        onClose={onClose}
      />
    );
  }
  if (handOn !== null) {
    return (
      <div className={styles.state}>
        <p>{words.desk.handedOn(handOn.toUnit, handOn.reason)}</p>
        {leads && (
          <DeskAct
            question={question}
            mt={8}
            variant="default"
            onAct={() => void act({ type: "question.keep", questionId })}
          >
            {words.desk.takeBack}
          </DeskAct>
        )}
      </div>
    );
  }
  const mayAccept = leads && question.status === "routed";
  const hasAnswered = answers.some((answer) => answer.unit === unit);
  const write = isSupport ? words.desk.writePart : hasAnswered ? words.desk.addMore : words.desk.write;
  return (
    <>
      {question.status === "accepted" && question.promisedBy !== null && (
        <p className={styles.state}>{words.desk.promised(formatMonthDay(question.promisedBy, language))}</p>
      )}
      <div className={styles.acts}>
        {mayAccept && (
          <DeskAct question={question} isNext onAct={() => void act({ type: "question.accept", questionId })}>
            {words.desk.accept}
          </DeskAct>
        )}
        {mayAnswer && (
          <DeskAct
            question={question}
            opens="answer"
            isNext={!mayAccept}
            variant="default"
            onAct={() => onForm("answer")}
          >
            {write}
          </DeskAct>
        )}
        {leads && (
          <>
            <DeskAct question={question} opens="promise" variant="subtle" onAct={() => onForm("promise")}>
              {words.desk.promise}
            </DeskAct>
            <DeskAct question={question} opens="handOn" variant="subtle" onAct={() => onForm("handOn")}>
              {words.desk.handOn}
            </DeskAct>
          </>
        )}
      </div>
    </>
  );
}
