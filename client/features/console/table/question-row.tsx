import { Button } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { isLive } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../sync/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { DoubtTag } from "../../questions/doubts.tsx";
import { questionState } from "../../questions/question-state.ts";
import { StatusTag } from "../../questions/status-tag.tsx";
import type { ConsoleRights } from "../acts/use-console-rights.ts";
import type { Moderation } from "../acts/use-moderation.ts";
import { isJoinable } from "../marks/joining.ts";
import { MarkBox } from "../marks/mark-box.tsx";
import { CloseMenu } from "./close-menu.tsx";
import styles from "./question-table.module.css";

export interface RowActs {
  readonly onActive: (questionId: string) => void;
  readonly onRoute: (questionId: string) => void;
  readonly onDetails: (questionId: string) => void;
  readonly onAnswer: (questionId: string) => void;
  readonly onMark: (questionId: string) => void;
  /** Opens the details at 办结. */
  readonly onCloseInDetails: (questionId: string) => void;
  /** The row whose 办结 menu is open. */
  readonly onClosing: (questionId: string | null) => void;
}

interface Props extends RowActs {
  readonly question: QuestionView;
  /** Its place in the table, and what measures its height. */
  readonly index: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly isActive: boolean;
  /** Whether the table has a column to mark what can be joined. */
  readonly withMark: boolean;
  readonly isMarked: boolean;
  readonly isClosing: boolean;
  /** Which of those it is that go on the stage next, from 1. */
  readonly stagePlace: number | null;
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
}

/** One question in the table: how many have it, its words, who leads, how it stands, what to do next. */
export const QuestionRow = memo(function QuestionRow(props: Props) {
  const { question, isActive, withMark, isMarked, onActive, onDetails, onMark } = props;
  const { console: words, common } = useMessages();
  const shade = question.onStage ? styles.rowOnStage : isMarked ? styles.rowMarked : "";
  return (
    <tr
      ref={props.measure}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      data-question-row={question.questionId}
      className={`${styles.row} ${shade}`}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onActive(question.questionId)}
    >
      {withMark && (
        <MarkCell>
          {isJoinable(question) && (
            <MarkBox question={question} isMarked={isMarked} tabIndex={-1} onMark={onMark} />
          )}
        </MarkCell>
      )}
      <td className={styles.supportCell}>{question.support}</td>
      <td>
        <button
          type="button"
          className={`${clamped.twoLines} ${clamped.opener} ${styles.rowText}`}
          tabIndex={-1}
          onClick={() => onDetails(question.questionId)}
        >
          {question.text}
        </button>
        <Labels topics={question.topics} />
      </td>
      <td className={styles.leadCell}>{question.leadUnit ?? words.table.unrouted}</td>
      <td className={styles.stateCell}>
        {question.onStage && <Tag tone="live">{common.question.onStage}</Tag>}
        {props.stagePlace !== null && <Tag tone="unit">{words.stageQueue.place(props.stagePlace)}</Tag>}
        <StatusTag state={questionState(question)} />
        <DoubtTag question={question} />
        {(question.status === "routed" || question.status === "accepted") && question.handOn != null && (
          <Tag tone="waiting">{words.handOn.tag}</Tag>
        )}
      </td>
      <td>
        <div className={styles.rowActs}>
          <NextActs {...props} />
        </div>
      </td>
    </tr>
  );
});

/** The box to mark a question with, or why there is none. */
function MarkCell({ children }: { children: ReactNode }) {
  const { unmarkable } = useMessages().console.marks;
  if (children !== false) return <td className={styles.markCell}>{children}</td>;
  return (
    <td className={styles.markCell} title={unmarkable}>
      <span className="visually-hidden">{unmarkable}</span>
    </td>
  );
}

/** The first label, and how many more there are: the row stays as high as its question. */
function Labels({ topics }: { topics: readonly string[] }) {
  const separator = useMessages().common.listSeparator;
  if (topics.length === 0) return null;
  const all = topics.join(separator);
  return (
    <p className={styles.rowTopics} title={all}>
      <span aria-hidden>
        {topics[0]}
        {topics.length > 1 && ` +${topics.length - 1}`}
      </span>
      <span className="visually-hidden">{all}</span>
    </p>
  );
}

/** The acts that fit the state; all others stand in the details. */
function NextActs(props: Props) {
  const { question, isClosing, rights, moderation, onRoute, onAnswer, onClosing } = props;
  const { acts, table } = useMessages().console;
  const act = (label: string, onClick: () => void, key?: string, name?: string) => (
    <Button size="compact-sm" variant="default" onClick={onClick} aria-keyshortcuts={key} aria-label={name}>
      {label}
    </Button>
  );
  const isShown = isLive(question.status);
  return (
    <>
      {rights.moderates &&
        isShown &&
        (question.onStage
          ? act(acts.stageOff, () => moderation.clearStage(), "S")
          : act(acts.stage, () => moderation.show(question), "S"))}
      {rights.moderates &&
        question.status === "public" &&
        act(acts.route, () => onRoute(question.questionId), "R")}
      {rights.records &&
        (question.status === "routed" ||
          question.status === "accepted" ||
          (!rights.moderates && (question.status === "public" || question.status === "answered"))) &&
        act(table.answer, () => onAnswer(question.questionId), "V", acts.answer)}
      {rights.moderates && question.status === "answered" && (
        <CloseMenu
          question={question}
          moderation={moderation}
          opened={isClosing}
          onOpened={(opened) => onClosing(opened ? question.questionId : null)}
        />
      )}
      {rights.moderates &&
        question.status === "closed" &&
        act(acts.reopen, () => moderation.restore(question))}
      {rights.moderates &&
        question.status === "declined" &&
        act(acts.restore, () => moderation.restore(question))}
    </>
  );
}
