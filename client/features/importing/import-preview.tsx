import { Button, SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import classes from "./import-preview.module.css";

const ROWS_AT_ONCE = 60;

interface Words<Status extends string> {
  readonly heading: (fileName: string) => string;
  readonly nothingYet: string;
  readonly cancel: string;
  readonly show: string;
  readonly all: string;
  readonly counts: Readonly<Record<Status, string>>;
  readonly more: (rows: number) => string;
}

interface Props<Row, Status extends string> {
  readonly words: Words<Status>;
  readonly fileName: string;
  readonly isImporting: boolean;
  /** What importing would do; nothing would be done where it `isIdle`. */
  readonly act: { readonly label: string; readonly isIdle: boolean; readonly run: () => void };
  readonly onCancel: () => void;
  /** Why the import that was tried failed; nothing was changed. Null where none was. */
  readonly problem: string | null;
  /** What is told and asked of the whole file, above the rows. */
  readonly children: ReactNode;
  readonly rows: readonly Row[];
  /** By which the rows can be shown alone, with how many of each there are. */
  readonly counts: Readonly<Record<Status, number>>;
  readonly statuses: readonly Status[];
  readonly statusOf: (row: Row) => Status;
  readonly columns: readonly string[];
  /** Draws a row of the table. */
  readonly draw: (row: Row) => ReactNode;
}

/** What importing a file would do, row by row, before anything is done. */
export function ImportPreview<Row, Status extends string>(props: Props<Row, Status>) {
  const { words, fileName, isImporting, act, onCancel, problem, counts, statuses, statusOf } = props;
  const [shown, setShown] = useState<Status | "all">("all");
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const rows = shown === "all" ? props.rows : props.rows.filter((row) => statusOf(row) === shown);
  return (
    <section className={classes.preview} aria-labelledby="preview-heading">
      <div className={classes.head}>
        <div>
          <h3 id="preview-heading" className={classes.title}>
            {words.heading(fileName)}
          </h3>
          <p className={classes.muted}>{words.nothingYet}</p>
        </div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onCancel} disabled={isImporting}>
            {words.cancel}
          </Button>
          <Button onClick={act.run} loading={isImporting} disabled={act.isIdle}>
            {act.label}
          </Button>
        </div>
      </div>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {props.children}
      <SegmentedControl
        aria-label={words.show}
        value={shown}
        onChange={(value) => {
          setShown(statuses.find((status) => status === value) ?? "all");
          setLimit(ROWS_AT_ONCE);
        }}
        data={[
          { value: "all", label: `${words.all} ${props.rows.length}` },
          ...statuses.map((status) => ({
            value: status,
            label: `${words.counts[status]} ${counts[status]}`,
          })),
        ]}
      />
      <table className={classes.table}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, limit).map(props.draw)}</tbody>
      </table>
      {rows.length > limit && (
        <Button variant="default" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {words.more(Math.min(ROWS_AT_ONCE, rows.length - limit))}
        </Button>
      )}
    </section>
  );
}
