import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useLedgerWords } from "../files/use-ledger-words.ts";
import { DueDate, StatusTag } from "../followup-tags.tsx";
import table from "../ledger-table.module.css";
import styles from "./every-session.module.css";
import type { EverySessionRow } from "./every-session-rows.ts";

const ROWS_AT_ONCE = 100;

/** Rows of several ledgers, each with the way to its own. */
export function EverySessionTable({ rows, now }: { rows: readonly EverySessionRow[]; now: number }) {
  const { followups: words } = useAllMessages();
  const { everySession } = useLedgerWords();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={table.frame} aria-label={everySession.title} tabIndex={0}>
        <table className={table.table} aria-label={everySession.title}>
          <thead>
            <tr>
              <th scope="col">{words.columns.due}</th>
              <th scope="col">{words.columns.status}</th>
              <th scope="col">{everySession.session}</th>
              <th scope="col">{words.columns.number}</th>
              <th scope="col">{words.columns.question}</th>
              <th scope="col">{words.columns.units}</th>
              <th scope="col">{words.columns.person}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <Row key={row.followupId} row={row} now={now} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > limit && (
        <Button className={styles.more} variant="default" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {everySession.more(Math.min(ROWS_AT_ONCE, rows.length - limit))}
        </Button>
      )}
    </>
  );
}

function Row({ row, now }: { row: EverySessionRow; now: number }) {
  const { common, followups: words } = useAllMessages();
  const { sessionId, title, openedAt, number, text, leadUnit, supportUnits, personInCharge, status } = row;
  return (
    <tr className={styles.row}>
      <td>
        <DueDate row={row} now={now} />
      </td>
      <td>
        <StatusTag status={status} />
      </td>
      <td className={table.units}>
        <Anchor component={Link} to={`/s/${sessionId}/ledger`}>
          {title}
        </Anchor>{" "}
        {openedAt !== undefined && <Tag>{common.openedCopy.tag}</Tag>}
      </td>
      <td className={table.number}>{number}</td>
      <td className={styles.question}>{text}</td>
      <td className={table.units}>
        {leadUnit === null ? (
          <span className={table.missing}>{words.notSet}</span>
        ) : (
          <strong>{leadUnit}</strong>
        )}
        {supportUnits.map((unit) => (
          <span key={unit} className={table.line}>
            {unit} {words.support}
          </span>
        ))}
      </td>
      <td className={table.person}>
        {personInCharge ?? <span className={table.missing}>{words.notSet}</span>}
      </td>
    </tr>
  );
}
