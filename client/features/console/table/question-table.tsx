import { useMemo } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useHeldOrder } from "../../../ui/use-held-order.ts";
import { useIsInside } from "../../../ui/use-is-inside.ts";
import { useWindowed } from "../../../ui/use-windowed.ts";
import type { QuestionTab } from "../acts/console-lists.ts";
import { useStageQueue } from "../acts/use-stage-queue.ts";
import { useConsole } from "../console-context.ts";
import { QuestionRow } from "./question-row.tsx";
import styles from "./question-table.module.css";
import { keyOf, type RoomHeading, sectionsOf, tableRows } from "./table-rows.ts";

/** Besides the one of the marks. */
const COLUMNS = 5;
/** A question of two lines with a label. */
const ESTIMATED_ROW_PX = 70;

interface Props {
  readonly tab: QuestionTab;
  /** Names the order and the choice of `questions`; another one begins anew. */
  readonly scope: string;
  /** In the order they are wanted. */
  readonly questions: readonly QuestionView[];
  /** In the order of the rooms; empty for one list without headings. */
  readonly headings: readonly RoomHeading[];
  readonly active: string | null;
  readonly onActive: (questionId: string) => void;
  readonly closing: string | null;
  readonly marked: ReadonlySet<string>;
}

/** Everything that is past review, in the order that was chosen. */
export function QuestionTable(props: Props) {
  const { tab, scope, questions, headings, active, closing, marked, onActive } = props;
  const words = useAllMessages().console;
  const { rights } = useConsole();
  const { isInside, handlers } = useIsInside();
  const held = useHeldOrder(questions, scope, isInside);
  const rows = useMemo(() => tableRows(held, headings), [held, headings]);
  const keys = useMemo(() => rows.map(keyOf), [rows]);
  const windowed = useWindowed<HTMLTableElement>({ keys, estimatedRowPx: ESTIMATED_ROW_PX, gapPx: 0 });
  const queue = useStageQueue();
  const places = useMemo(() => new Map(queue.map(({ questionId }, at) => [questionId, at + 1])), [queue]);
  const withMarks = rights.moderates && (tab === "open" || tab === "routed");
  const columns = withMarks ? COLUMNS + 1 : COLUMNS;
  const sections = sectionsOf(windowed.rows, rows);
  const drawn = sections.flatMap(({ drawn: all }) => all.flatMap(({ row }) => row.question ?? []));
  const tabStop = drawn.find(({ questionId }) => questionId === active) ?? drawn[0];
  return (
    <table
      ref={windowed.list}
      className={styles.table}
      aria-label={words.tabs[tab]}
      aria-rowcount={rows.length + 1}
      {...handlers}
      onFocus={(event) => {
        handlers.onFocus();
        windowed.onFocus(event);
      }}
      onBlur={(event) => {
        handlers.onBlur(event);
        windowed.onBlur(event);
      }}
    >
      <colgroup>
        {withMarks && <col className={styles.markColumn} />}
        <col className={styles.supportColumn} />
        <col />
        <col className={styles.leadColumn} />
        <col className={styles.stateColumn} />
        <col className={styles.actsColumn} />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
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
      {sections.map((section) => (
        <tbody key={section.heading?.roomId ?? ""} aria-label={section.heading?.name}>
          {section.drawn.flatMap(({ row, index, spacePx }) => [
            spacePx > 0 && <tr key={`before-${keyOf(row)}`} aria-hidden style={{ height: spacePx }} />,
            row.question === null ? (
              <tr key={keyOf(row)} ref={windowed.measure} data-index={index} aria-rowindex={index + 2}>
                <th scope="rowgroup" colSpan={columns} className={styles.roomHeading}>
                  {row.heading?.name} {row.count}
                </th>
              </tr>
            ) : (
              <QuestionRow
                key={keyOf(row)}
                question={row.question}
                index={index}
                measure={windowed.measure}
                withMark={withMarks}
                isActive={row.question === tabStop}
                isMarked={marked.has(row.question.questionId)}
                isClosing={row.question.questionId === closing}
                stagePlace={places.get(row.question.questionId) ?? null}
                onActive={onActive}
              />
            ),
          ])}
        </tbody>
      ))}
      {windowed.endPx > 0 && (
        <tbody aria-hidden>
          <tr style={{ height: windowed.endPx }} />
        </tbody>
      )}
    </table>
  );
}
