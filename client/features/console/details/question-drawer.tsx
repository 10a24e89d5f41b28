import { Drawer, Stack } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { AnswerView } from "../../../../shared/domain/answers/views.ts";
import { isLive } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { SaidAnswerForm } from "../../answering/answer-forms.tsx";
import { Doubts, DoubtTag } from "../../questions/doubts.tsx";
import { QuestionMeta } from "../../questions/question-card.tsx";
import { isInPlay, questionState } from "../../questions/question-state.ts";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import { WordingForm } from "../forms/wording-form.tsx";
import { AlikeList } from "../marks/alike-list.tsx";
import { useAlikeOf } from "../marks/use-alike-of.ts";
import { DeclineForm } from "../queue/decline-form.tsx";
import type { ShownDetails } from "../use-console-dialogs.ts";
import { AnswerList } from "./answer-list.tsx";
import { DisclosureChoice } from "./disclosure-choice.tsx";
import { HandOnNotice } from "./hand-on-notice.tsx";
import { JoinedOriginals } from "./joined-originals.tsx";
import { QuestionActs } from "./question-acts.tsx";
import styles from "./question-drawer.module.css";
import { QuestionTopics } from "./question-topics.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { TrailSection } from "./trail-section.tsx";

interface Props {
  /** What is open; `null`: closed. */
  readonly shown: ShownDetails | null;
  readonly question: QuestionView | undefined;
  readonly answers: readonly AnswerView[];
  readonly onClose: () => void;
}

/** Everything about one question: wording, asker, remark, answers, and every act that fits its state. */
export function QuestionDrawer({ shown, question, onClose, ...rest }: Props) {
  const { console: words } = useAllMessages();
  return (
    <Drawer opened={shown !== null} onClose={onClose} position="right" size={540} title={words.details.title}>
      {question === undefined ? (
        <p>{words.details.gone}</p>
      ) : (
        <Details key={question.id} question={question} focus={shown?.focus ?? "top"} {...rest} />
      )}
    </Drawer>
  );
}

type DetailsProps = Omit<Props, "shown" | "question" | "onClose"> & {
  readonly question: QuestionView;
  readonly focus: ShownDetails["focus"];
};

function Details({ question, answers, focus }: DetailsProps) {
  const { common, console: words } = useAllMessages();
  const { rights, moderation } = useConsole();
  const [form, setForm] = useState<"edit" | "decline" | null>(null);
  const [posted, setPosted] = useState("");
  const { asker, status } = question;
  const takesAnswers = isLive(status);
  const alike = useAlikeOf(question);
  const top = useRef<HTMLParagraphElement>(null);
  // Opened by a button of the question that stood here before, which has gone with it; or the form has gone.
  useEffect(() => {
    if (form === null && document.activeElement === document.body) top.current?.focus();
  }, [form]);
  const closeForm = () => setForm(null);
  return (
    <Stack gap="md">
      {form === "edit" ? (
        <WordingForm
          question={question}
          onSave={(text) => moderation.edit(question, text)}
          onClose={closeForm}
        />
      ) : (
        <p ref={top} tabIndex={-1} className={styles.detailText}>
          {question.text}
        </p>
      )}
      <QuestionMeta question={question} state={questionState(question)}>
        <DoubtTag question={question} />
      </QuestionMeta>
      <Doubts questionId={question.questionId} />
      {rights.moderates && <HandOnNotice question={question} />}
      <QuestionActs question={question} toClose={focus === "close"} onForm={setForm} />
      {form === "decline" && status === "pending" && (
        <DeclineForm
          question={question}
          isSweep={false}
          onDecline={(reason, similarTo) => {
            closeForm();
            moderation.decline(question, reason, similarTo);
          }}
          onKeep={moderation.keepPhrase}
          onClose={closeForm}
        />
      )}
      <dl className={styles.facts}>
        {question.originalText != null && <Fact name={words.details.original}>{question.originalText}</Fact>}
        {asker !== undefined && asker.name !== "" && (
          <Fact name={words.details.asker}>
            {asker.unit} {asker.name} {asker.post}
            {question.anonymous && <span className={texts.hint}> {words.details.anonymous}</span>}
          </Fact>
        )}
        {status === "declined" && <Fact name={words.details.declinedBecause}>{question.declineReason}</Fact>}
      </dl>
      {isInPlay(status) && alike.length > 0 && <AlikeList question={question} alike={alike} hasKey={false} />}
      <JoinedOriginals question={question} />
      {rights.records && status !== "declined" && <DisclosureChoice question={question} />}
      {rights.records && <QuestionTopics question={question} />}
      {rights.records && <RemarkForm question={question} />}
      {status !== "pending" && status !== "declined" && (
        <section aria-label={words.details.answers}>
          <h3 className={styles.smallHead}>{words.details.answers}</h3>
          {answers.length === 0 && <p className={texts.hint}>{words.details.noAnswers}</p>}
          <AnswerList answers={answers} leadUnit={question.leadUnit} isClosed={status === "closed"} />
        </section>
      )}
      <p role="status" className={texts.hint}>
        {posted}
      </p>
      <TrailSection question={question} />
      {takesAnswers && rights.records && (
        <SaidAnswerForm
          question={question}
          autoFocus={focus === "answer"}
          onPosted={(unit) => setPosted(common.answerForm.posted(unit))}
        />
      )}
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
