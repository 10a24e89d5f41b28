import { memo, type ReactNode } from "react";
import { inReadingOrder } from "../../../shared/domain/answers/reading-order.ts";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import { AnswerBlock } from "./answer-block.tsx";
import { askerCredit } from "./asker-credit.ts";
import { LiftTag } from "./lift-tag.tsx";
import styles from "./question-card.module.css";
import { type QuestionState, questionState } from "./question-state.ts";
import { StatusTag } from "./status-tag.tsx";
import { SupportBox } from "./support-box.tsx";

interface Props {
  readonly question: QuestionView;
  /** In any order; keep the array stable, the card is memoised. */
  readonly answers: readonly AnswerView[];
  /** The room it is read in. */
  readonly roomId?: string;
  /** Where the outbox knows more than the record. */
  readonly state?: QuestionState;
  /** Whether the viewer supports it; `null` or absent where the viewer may not. */
  readonly supported?: boolean | null;
  readonly supportCount?: number;
  readonly onSupport?: (questionId: string, on: boolean) => void;
  /** Acts of the viewer, under the answers. */
  readonly children?: ReactNode;
}

/** One question with what became of it. */
export const QuestionCard = memo(function QuestionCard(props: Props) {
  const { question, answers, supported = null, supportCount = question.support, onSupport, children } = props;
  return (
    <article
      id={question.id}
      tabIndex={-1}
      aria-labelledby={`${question.id}-text`}
      className={question.onStage ? `${styles.card} ${styles.onStage}` : styles.card}
    >
      {question.status === "pending" ? (
        <div className={styles.noSupport} />
      ) : (
        <SupportBox
          count={supportCount}
          on={onSupport === undefined ? null : supported}
          onToggle={() => onSupport?.(question.questionId, supported !== true)}
        />
      )}
      <div className={styles.body}>
        <p id={`${question.id}-text`} className={styles.text}>
          {question.text}
        </p>
        <QuestionMeta
          question={question}
          state={props.state ?? questionState(question)}
          roomId={props.roomId}
        />
        {inReadingOrder(answers, question.leadUnit).map(({ answer, role }) => (
          <AnswerBlock key={answer.id} answer={answer} role={role} />
        ))}
        {children}
      </div>
    </article>
  );
});

interface MetaProps {
  readonly question: QuestionView;
  readonly state: QuestionState;
  readonly roomId?: string | undefined;
  /** What else is to be said of its state. */
  readonly children?: ReactNode;
}

/** The line under a question: state, nature, units, who asked and when. */
export function QuestionMeta({ question, state, roomId, children }: MetaProps) {
  const { common } = useMessages();
  const [language] = useLanguage();
  const words = common.question;
  const units = [
    ...(question.leadUnit === null ? [] : [words.lead(question.leadUnit)]),
    ...question.supportUnits.map((unit) => words.support(unit)),
  ];
  return (
    <div className={styles.meta}>
      {question.onStage && <Tag tone="live">{words.onStage}</Tag>}
      <StatusTag state={state} />
      {children}
      {question.nature !== null && <Tag>{words.nature[question.nature]}</Tag>}
      <LiftTag question={question} roomId={roomId} />
      {question.topics.map((topic) => (
        <Tag key={topic}>{topic}</Tag>
      ))}
      {units.length > 0 && <Tag tone="unit">{units.join(" · ")}</Tag>}
      {units.length === 0 && question.addressedUnit !== null && (
        <span>{words.addressedTo(question.addressedUnit)}</span>
      )}
      <span>
        {askerWords(question, words)} · {formatClock(question.askedAt, language)}
      </span>
      {question.originalText != null && <span>{words.edited}</span>}
    </div>
  );
}

function askerWords(question: QuestionView, words: Messages["common"]["question"]): string {
  const credit = askerCredit(question);
  const { asker, anonymous } = question;
  if (credit !== null) {
    const who = words.askedTogether(credit.named, credit.units, credit.people);
    if (credit.hidden.length === 0) return who;
    return anonymous ? words.askedHidden(who) : words.askedPartlyHidden(who, credit.hidden);
  }
  if (asker === undefined || asker.name === "") return words.anonymous;
  const who = `${asker.unit} ${asker.name}`;
  return anonymous ? words.askedHidden(who) : who;
}
