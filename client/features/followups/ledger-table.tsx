import { Button } from "@mantine/core";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import clamped from "../../ui/text/clamped-text.module.css";
import { useHeldOrder } from "../../ui/use-held-order.ts";
import { useIsInside } from "../../ui/use-is-inside.ts";
import { DueDate, StatusTag } from "./followup-tags.tsx";
import type { LedgerSort } from "./ledger-rows.ts";
import styles from "./ledger-table.module.css";
import { useNoAskersWord } from "./use-no-askers-word.ts";

interface Props {
  /** In the order they are wanted. */
  readonly rows: readonly FollowupView[];
  readonly now: number;
  readonly sort: LedgerSort;
  readonly onSort: (sort: LedgerSort) => void;
  readonly onOpen: (followupId: string) => void;
  readonly onShowAll: () => void;
}

export function LedgerTable({ rows, now, sort, onSort, onOpen, onShowAll }: Props) {
  const words = useAllMessages().followups;
  const { isInside, handlers } = useIsInside();
  const held = useHeldOrder(rows, sort, isInside);
  if (rows.length === 0) {
    return (
      <EmptyState title={words.noneFit} hint={words.noneFitHint}>
        <Button variant="default" onClick={onShowAll}>
          {words.showAll}
        </Button>
      </EmptyState>
    );
  }
  const sortable = (by: LedgerSort, label: string) => (
    <th scope="col" aria-sort={sort === by ? "ascending" : "none"}>
      <button type="button" className={styles.sort} title={words.sortBy(label)} onClick={() => onSort(by)}>
        {label}
        <span aria-hidden="true" className={sort === by ? undefined : styles.unsorted}>
          ↑
        </span>
      </button>
    </th>
  );
  return (
    // Scrolls by itself, and by the keyboard, where the window is too narrow for it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.frame} aria-label={words.title} tabIndex={0}>
      <table className={styles.table} aria-label={words.title} {...handlers}>
        <thead>
          <tr>
            {sortable("number", words.columns.number)}
            <th scope="col">{words.columns.question}</th>
            <th scope="col">{words.columns.askers}</th>
            <th scope="col">{words.columns.nature}</th>
            <th scope="col">{words.columns.units}</th>
            <th scope="col">{words.columns.person}</th>
            <th scope="col">{words.columns.leader}</th>
            {sortable("due", words.columns.due)}
            <th scope="col">{words.columns.status}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((row) => (
            <LedgerRow key={row.id} row={row} now={now} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LedgerRow({ row, now, onOpen }: Pick<Props, "now" | "onOpen"> & { row: FollowupView }) {
  const { common, followups: words } = useAllMessages();
  const noAskers = useNoAskersWord();
  const { leadUnit, supportUnits, personInCharge, leaderInCharge, askerUnits } = row;
  return (
    <tr className={styles.row} onClick={() => onOpen(row.followupId)}>
      <td className={styles.number}>{row.number}</td>
      <td className={styles.question}>
        <button type="button" className={`${clamped.threeLines} ${clamped.opener} ${styles.text}`}>
          {row.text}
        </button>
      </td>
      <td className={styles.units}>
        {askerUnits.length === 0 ? <Missing words={noAskers} /> : <Lines lines={askerUnits} />}
      </td>
      <td className={styles.nature}>{row.nature !== null && common.question.nature[row.nature]}</td>
      <td className={styles.units}>
        {leadUnit === null ? <Missing words={words.notSet} /> : <strong>{leadUnit}</strong>}
        <Lines lines={supportUnits.map((unit) => `${unit} ${words.support}`)} />
      </td>
      <td className={styles.person}>{personInCharge ?? <Missing words={words.notSet} />}</td>
      <td className={styles.person}>{leaderInCharge ?? <Missing words={words.notSet} />}</td>
      <td>
        <DueDate row={row} now={now} />
      </td>
      <td>
        <StatusTag status={row.status} />
      </td>
    </tr>
  );
}

function Missing({ words }: { words: string }) {
  return <span className={styles.missing}>{words}</span>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className={styles.line}>
      {line}
    </span>
  ));
}
