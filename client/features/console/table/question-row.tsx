import { Button } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { isLive } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { DoubtTag } from "../../questions/doubts.tsx";
import { questionState } from "../../questions/question-state.ts";
import { StatusTag } from "../../questions/status-tag.tsx";
import { useConsole } from "../console-context.ts";
import { isJoinable } from "../marks/joining.ts";
import { MarkBox } from "../marks/mark-box.tsx";
import { CloseMenu } from "./close-menu.tsx";
import styles from "./question-table.module.css";

interface Props {
  readonly question: QuestionView;
  /** Its place in the table, and what measures its height. */
  readonly index: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly isActive: boolean;
  readonly onActive: (questionId: string) => void;
  /** Whether the table has a column to mark what can be joined. */
  readonly withMark: boolean;
  readonly isMarked: boolean;
  readonly isClosing: boolean;
  /** Which of those it is that go on the stage next, from 1. */
  readonly stagePlace: number | null;
}

/** One question in the table: how many have it, its words, who leads, how it stands, what to do next. */
export const QuestionRow = memo(function QuestionRow(props: Props) {
  const { question, isActive, withMark, isMarked, onActive } = props;
  const { console: words, common } = useAllMessages();
  const { open } = useConsole();
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
          {isJoinable(question) && <MarkBox question={question} isMarked={isMarked} tabIndex={-1} />}
        </MarkCell>
      )}
      <td className={styles.supportCell}>{question.support}</td>
      <td>
        <button
          type="button"
          className={`${clamped.twoLines} ${clamped.opener} ${styles.rowText}`}
          tabIndex={-1}
          onClick={() => open.details(question.questionId)}
        >
          {question.text}
        </button>
        <Labels topics={question.topics} />
      </td>
      <td className={styles.leadCell}>
        <span className={clamped.threeLines} title={question.leadUnit ?? undefined}>
          {question.leadUnit ?? words.table.unrouted}
        </span>
      </td>
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
          <NextActs question={question} isClosing={props.isClosing} />
        </div>
      </td>
    </tr>
  );
});

/** The box to mark a question with, or why there is none. */
function MarkCell({ children }: { children: ReactNode }) {
  const { unmarkable } = useAllMessages().console.marks;
  if (children !== false) return <td className={styles.markCell}>{children}</td>;
  return (
    <td className={styles.markCell} title={unmarkable}>
      <span className="visually-hidden">{unmarkable}</span>
    </td>
  );
}

/** The first label, and how many more there are: the row stays as high as its question. */
function Labels({ topics }: { topics: readonly string[] }) {
  const separator = useAllMessages().common.listSeparator;
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
function NextActs({ question, isClosing }: Pick<Props, "question" | "isClosing">) {
  const { rights, moderation, open } = useConsole();
  const { acts, table } = useAllMessages().console;
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
        act(acts.route, () => open.route(question.questionId), "R")}
      {rights.records &&
        (question.status === "routed" ||
          question.status === "accepted" ||
          (!rights.moderates && (question.status === "public" || question.status === "answered"))) &&
        act(table.answer, () => open.answer(question.questionId), "V", acts.answer)}
      {rights.moderates && question.status === "answered" && (
        <CloseMenu
          question={question}
          opened={isClosing}
          onOpened={(opened) => open.closeMenu(opened ? question.questionId : null)}
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
