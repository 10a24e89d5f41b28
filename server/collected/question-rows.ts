import type { CollectedField, CollectedRow } from "../../shared/domain/collected/row.ts";
import { isBlankWord, wordKey } from "../../shared/domain/roster/text.ts";
import { SUM_BEGINNINGS } from "../../shared/messages/collected-vocabulary.ts";
import { DITTO_WORDS, REMARK_BEGINNINGS, SECTION_DRESS } from "../../shared/messages/roster-vocabulary.ts";
import { type Headings, repeatedHeadings, type TableColumns } from "../tables/headings.ts";
import type { FilledCell, FilledRow } from "../tables/merged-cells.ts";
import { type IgnoredRow, ignoredRow } from "../tables/sheet-reading.ts";
import { COLLECTED_HEADINGS } from "./heading-words.ts";

type Cells = Partial<Record<CollectedField, string>>;

const DITTO: ReadonlySet<string> = new Set(DITTO_WORDS.map(wordKey));
/** Longer text is cut where it is no question, which is told how long it is. */
const CELL_MAX_CHARS = 1000;

/**
 * The questions below the headings of one sheet. A merged cell beside them speaks for every row it covers; a row that names
 * a unit alone speaks for those below it, where there is no column of asking units; where the format has no merged cells, a
 * blank asking unit is the one above.
 */
export function readQuestions(
  sheet: string | null,
  rows: readonly FilledRow[],
  headings: Headings<CollectedField>,
): { rows: CollectedRow[]; ignored: IgnoredRow[] } {
  const read: CollectedRow[] = [];
  const ignored: IgnoredRow[] = [];
  let { tables } = headings;
  let section: string | null = null;
  /** By table, where several stand side by side. */
  const above: Cells[] = [];

  for (let index = headings.last + 1; index < rows.length; index += 1) {
    const row = rows[index];
    const own = row?.cells.filter((cell) => cell.own && cell.text.trim() !== "") ?? [];
    const [firstCell] = own;
    if (row === undefined || firstCell === undefined) continue;
    const again = repeatedHeadings(rows, index, COLLECTED_HEADINGS);
    if (again !== null) {
      tables = again.tables;
      index = again.last;
      continue;
    }
    const kind = kindOf(row, own, tables);
    if (kind === "blank") continue;
    if (kind !== "questions") {
      ignored.push(ignoredRow(row.row, firstCell.text));
      if (kind === "section") section = firstCell.text.trim().replace(SECTION_DRESS, "");
      continue;
    }
    for (const [at, columns] of tables.entries()) {
      const before = above[at] ?? {};
      const cells = cellsOf(row, columns, before);
      if (
        isBlankWord(cells.text ?? "") &&
        isBlankWord(cells.askerUnit ?? "") &&
        isBlankWord(cells.askerName ?? "")
      )
        continue;
      const notes: CollectedRow["notes"][number][] = row.hidden ? ["row_hidden"] : [];
      if (!columns.has("askerUnit")) {
        if (section !== null) cells.askerUnit = section;
      } else if (sheet === null && cells.askerUnit === "" && (before.askerUnit ?? "") !== "") {
        cells.askerUnit = before.askerUnit ?? "";
        notes.push("unit_from_above");
      }
      above[at] = cells;
      read.push({ sheet, row: row.row, cells, notes });
    }
  }
  return { rows: read, ignored };
}

/** A row with a number alone was prepared and not filled; one that says one thing beside the questions is a remark or a section. */
function kindOf(
  row: FilledRow,
  own: readonly FilledCell[],
  tables: readonly TableColumns<CollectedField>[],
): "questions" | "remark" | "section" | "blank" {
  const [first] = own;
  const fieldOf = (cell: FilledCell) =>
    tables.flatMap((columns) => [...columns]).find(([, at]) => row.cells[at] === cell)?.[0];
  const fields = own.map(fieldOf);
  if (first === undefined || SUM_BEGINNINGS.test(wordKey(first.text))) return "remark";
  if (own.length > 1) return fields.every((field) => field === undefined) ? "remark" : "questions";
  if (fields[0] === "order" && /^[\d.、．]+$/u.test(wordKey(first.text))) return "blank";
  const next = row.cells[row.cells.indexOf(first) + 1];
  const isMergedAcross = next !== undefined && !next.own && !next.fromAbove;
  if (REMARK_BEGINNINGS.test(wordKey(first.text))) return "remark";
  if (fields[0] === "text" && !isMergedAcross) return "questions";
  return fields[0] === undefined ? "remark" : "section";
}

function cellsOf(row: FilledRow, columns: TableColumns<CollectedField>, above: Cells): Cells {
  const cells: Cells = {};
  for (const [field, column] of columns) {
    const cell = row.cells[column];
    const isShared = cell?.fromAbove === true && field !== "text" && !COLLECTED_HEADINGS.isHeading(cell.text);
    const text = cell !== undefined && (cell.own || isShared) ? cell.text : "";
    if (field === "text") cells.text = text;
    else cells[field] = DITTO.has(wordKey(text)) ? (above[field] ?? "") : text.slice(0, CELL_MAX_CHARS);
  }
  return cells;
}
