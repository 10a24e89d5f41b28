import { Button } from "@mantine/core";
import { useState } from "react";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useCan, useSend } from "../../session/hooks.ts";
import type { AnswerView, QuestionView } from "../../session/views.ts";
import { formatMonthDay } from "../../ui/format-time.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { HandOnForm } from "./hand-on-form.tsx";
import { PromiseForm } from "./promise-form.tsx";
import styles from "./unit-desk.module.css";

interface Props {
  readonly question: QuestionView;
  readonly answers: readonly AnswerView[];
  readonly unit: string;
}

type Open = "answer" | "handOn" | "promise" | null;

/** What the unit may do with a live question: 签收 first, then to answer, to promise, to hand on. */
export function DeskActs({ question, answers, unit }: Props) {
  const { errors, room: words } = useMessages();
  const [language] = useLanguage();
  const can = useCan();
  const send = useSend();
  const [open, setOpen] = useState<Open>(null);
  const { questionId } = question;
  const act = async (command: Command) => {
    setOpen(null);
    const reply = await send(command);
    if (!reply.ok) showProblem(errors[reply.error.code]);
  };
  const isOwned = question.status === "routed" || question.status === "accepted";
  const leads = isOwned && can({ type: "question.accept", questionId });
  const handOn = isOwned ? (question.handOn ?? null) : null;
  const mayAnswer = can({ type: "answer.post", questionId, answerId: "", text: "", manner: "written" });
  const close = () => setOpen(null);
  const isSupport = question.leadUnit !== null && question.leadUnit !== unit;
  if (open === "answer") return <AnswerForm question={question} isSupport={isSupport} onDone={close} />;
  if (open === "handOn") {
    return (
      <HandOnForm
        questionId={questionId}
        unit={unit}
        onHandOn={(toUnit, reason) => void act({ type: "question.handOn", questionId, toUnit, reason })}
        onClose={close}
      />
    );
  }
  if (open === "promise") {
    return (
      <PromiseForm
        onPromise={(dueAt) => void act({ type: "question.promise", questionId, dueAt })}
        onClose={close}
      />
    );
  }
  if (handOn !== null) {
    return (
      <div className={styles.standing}>
        <p>{words.desk.handedOn(handOn.toUnit, handOn.reason)}</p>
        {leads && (
          <Button
            mt={8}
            variant="default"
            size="compact-md"
            onClick={() => void act({ type: "question.keep", questionId })}
          >
            {words.desk.takeBack}
          </Button>
        )}
      </div>
    );
  }
  const hasAnswered = answers.some((answer) => answer.unit === unit);
  const write = isSupport ? words.desk.writePart : hasAnswered ? words.desk.addMore : words.desk.write;
  return (
    <>
      {question.status === "accepted" && question.promisedBy !== null && (
        <p className={styles.standing}>
          {words.desk.promised(formatMonthDay(question.promisedBy, language))}
        </p>
      )}
      <div className={styles.acts}>
        {leads && question.status === "routed" && (
          <Button size="compact-md" onClick={() => void act({ type: "question.accept", questionId })}>
            {words.desk.accept}
          </Button>
        )}
        {mayAnswer && (
          <Button size="compact-md" variant="default" onClick={() => setOpen("answer")}>
            {write}
          </Button>
        )}
        {leads && (
          <>
            <Button size="compact-md" variant="subtle" onClick={() => setOpen("promise")}>
              {words.desk.promise}
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => setOpen("handOn")}>
              {words.desk.handOn}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
