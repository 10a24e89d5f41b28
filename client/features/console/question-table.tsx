import { useState } from "react";
import type { QuestionView } from "../../session/views.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import type { QuestionTab } from "./console-lists.ts";
import { QuestionRow, type RowActs } from "./question-row.tsx";
import styles from "./question-table.module.css";
import type { ConsoleRights } from "./use-console-rights.ts";
import { useHeldOrder } from "./use-held-order.ts";
import type { Moderation } from "./use-moderation.ts";

/** Besides the one of the marks. */
const COLUMNS = 5;

/** A room's name over its questions, where several rooms have some. */
export interface RoomHeading {
  readonly roomId: string;
  readonly name: string;
}

interface Props extends RowActs {
  readonly tab: QuestionTab;
  /** In the order they are wanted. */
  readonly questions: readonly QuestionView[];
  /** In the order of the rooms; empty for one list without headings. */
  readonly headings: readonly RoomHeading[];
  readonly active: string | null;
  readonly closing: string | null;
  readonly marked: ReadonlySet<string>;
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
}

/** Everything that is past review, in the order of how many have the question. */
export function QuestionTable(props: Props) {
  const { tab, questions, headings, active, closing, marked, ...rest } = props;
  const words = useMessages().console;
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const held = useHeldOrder(questions, tab, isPointed || isFocused);
  const groups =
    headings.length === 0
      ? [{ heading: null, list: held }]
      : headings.map((heading) => ({
          heading,
          list: held.filter((question) => question.roomId === heading.roomId),
        }));
  const withMarks = rest.rights.moderates && (tab === "open" || tab === "routed");
  if (questions.length === 0) {
    return <EmptyState title={words.empty[tab]} hint={words.empty[`${tab}Hint`]} />;
  }
  const tabStop = held.some((question) => question.questionId === active) ? active : held[0]?.questionId;
  return (
    <table
      className={styles.table}
      aria-label={words.tabs[tab]}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <thead>
        <tr>
          {withMarks && (
            <th scope="col">
              <span className="visually-hidden">{words.table.mark}</span>
            </th>
          )}
          <th scope="col">{words.table.support}</th>
          <th scope="col">{words.table.question}</th>
          <th scope="col">{words.table.lead}</th>
          <th scope="col">{words.table.status}</th>
          <th scope="col">{words.table.acts}</th>
        </tr>
      </thead>
      {groups.map(({ heading, list }) => (
        <tbody key={heading?.roomId ?? ""}>
          {heading !== null && list.length > 0 && (
            <tr>
              <th scope="rowgroup" colSpan={withMarks ? COLUMNS + 1 : COLUMNS} className={styles.roomHeading}>
                {heading.name} {list.length}
              </th>
            </tr>
          )}
          {list.map((question) => (
            <QuestionRow
              key={question.id}
              question={question}
              withMark={withMarks}
              isActive={question.questionId === tabStop}
              isMarked={marked.has(question.questionId)}
              isClosing={question.questionId === closing}
              {...rest}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
