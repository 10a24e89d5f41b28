import { useAllMessages } from "../../ui/language.tsx";
import classes from "./import-preview.module.css";

/** What became of one sheet of the file. */
export interface SheetReport {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  readonly outcome: "read" | "hidden" | "no_table";
  readonly unusedHeadings?: readonly string[];
  readonly ignoredRows?: readonly { readonly row: number; readonly text: string }[];
}

/** What the sheets of one trade are called. */
export interface SheetWords<S extends SheetReport> {
  /** What was read of a sheet, by its name, empty where it has none. */
  readonly read: (sheet: string, report: S) => string;
  readonly noTable: (sheet: string) => string;
  readonly ignoredRow: (row: number, text: string) => string;
}

interface Props<S extends SheetReport> {
  readonly sheets: readonly S[];
  readonly words: SheetWords<S>;
  /** What else is to be said of the file as a whole. */
  readonly warnings: readonly string[];
}

/** What is to be said of a file as a whole, and of its sheets and rows that were passed over. */
export function SheetRemarks<S extends SheetReport>({ sheets, words, warnings }: Props<S>) {
  const remarks = useRemarks(sheets, words);
  return (
    <div className={classes.remarks}>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useRemarks<S extends SheetReport>(sheets: readonly S[], words: SheetWords<S>): string[] {
  const { common, rosterReading } = useAllMessages();
  const { hidden, unusedHeadings } = rosterReading.sheets;
  return sheets.flatMap((report) => {
    const sheet = report.sheet ?? "";
    if (report.outcome === "hidden") return [hidden(sheet)];
    if (report.outcome === "no_table") return [words.noTable(sheet)];
    const remarks = sheets.length > 1 ? [words.read(sheet, report)] : [];
    const unused = report.unusedHeadings ?? [];
    if (unused.length > 0) remarks.push(unusedHeadings(unused.join(common.listSeparator)));
    for (const { row, text } of report.ignoredRows ?? []) remarks.push(words.ignoredRow(row, text));
    return remarks;
  });
}
