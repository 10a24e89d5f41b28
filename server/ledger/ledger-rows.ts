import type { FileField, LedgerReadingNote, ReturnedRow } from "../../shared/domain/ledger/row.ts";
import { wordKey } from "../../shared/domain/roster/text.ts";
import { LEDGER_REMARK_BEGINNINGS } from "../../shared/messages/ledger/vocabulary.ts";
import { type Headings, repeatedHeadings, type TableColumns } from "../tables/headings.ts";
import type { FilledRow } from "../tables/merged-cells.ts";
import type { SheetGrid } from "../tables/sheet-grid.ts";
import { type IgnoredRow, ignoredRow } from "../tables/sheet-reading.ts";
import { LEDGER_HEADING_WORDS } from "./heading-words.ts";

/** By which a row is known: where a merge covers them, rows cannot be told apart. */
const IDENTIFYING: readonly FileField[] = ["number", "text", "origin"];

/**
 * The rows below the headings of one sheet. A cell merged downwards says the same of every row it covers; in one that is merged
 * sideways, or over what a row is known by, what belongs to which cannot be told.
 */
export function readLedgerRows(
  { sheet, calendar }: SheetGrid,
  rows: readonly FilledRow[],
  headings: Headings<FileField>,
): { rows: ReturnedRow[]; ignored: IgnoredRow[] } {
  const read: ReturnedRow[] = [];
  const ignored: IgnoredRow[] = [];
  let [columns] = headings.tables;
  for (let index = headings.last + 1; index < rows.length; index += 1) {
    const row = rows[index];
    const own = row?.cells.filter((cell) => cell.own && cell.text.trim() !== "") ?? [];
    const [firstCell] = own;
    if (row === undefined || columns === undefined || firstCell === undefined) continue;
    const again = repeatedHeadings(rows, index, LEDGER_HEADING_WORDS);
    if (again !== null) {
      columns = again.tables[0] ?? columns;
      index = again.last;
      continue;
    }
    if (isRemark(row, columns)) {
      ignored.push(ignoredRow(row.row, firstCell.text));
      continue;
    }
    const { cells, isMerged, isMergedDown } = cellsOf(row, columns);
    const notes: LedgerReadingNote[] = row.hidden ? ["row_hidden"] : [];
    if (isMergedDown) notes.push("merged_down");
    read.push({ sheet, row: row.row, calendar, cells, isMerged, notes });
  }
  return { rows: read, ignored };
}

/** A sum, a remark, or what stands in no column of a ledger. */
function isRemark(row: FilledRow, columns: TableColumns<FileField>): boolean {
  const known = [...columns].filter(([, at]) => (row.cells[at]?.text ?? "").trim() !== "");
  const first = row.cells.find(({ own, text }) => own && text.trim() !== "");
  if (LEDGER_REMARK_BEGINNINGS.test(wordKey(first?.text ?? ""))) return true;
  return !known.some(([field]) => field === "origin") && known.length < 2;
}

function cellsOf(row: FilledRow, columns: TableColumns<FileField>) {
  const cells: Partial<Record<FileField, string>> = {};
  let isMerged = false;
  let isMergedDown = false;
  for (const [field, column] of columns) {
    const cell = row.cells[column];
    const isCovered = cell !== undefined && !cell.own;
    if (isCovered && (!cell.fromAbove || IDENTIFYING.includes(field))) isMerged = true;
    if (isCovered) isMergedDown = true;
    cells[field] = cell?.text ?? "";
  }
  return { cells, isMerged, isMergedDown: isMergedDown && !isMerged };
}
