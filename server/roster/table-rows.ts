import type { RosterField, RosterRow } from "../../shared/domain/roster/row.ts";
import { isBlankWord, wordKey } from "../../shared/domain/roster/text.ts";
import { sideOfWord } from "../../shared/domain/roster/words.ts";
import { DITTO_WORDS, REMARK_BEGINNINGS, SECTION_DRESS } from "../../shared/messages/roster-vocabulary.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { type Headings, repeatedHeadings, type TableColumns } from "../tables/headings.ts";
import type { FilledCell, FilledRow } from "../tables/merged-cells.ts";
import { type IgnoredRow, ignoredRow } from "../tables/sheet-reading.ts";
import { ROSTER_HEADINGS } from "./heading-words.ts";

export interface TableReading {
  readonly rows: RosterRow[];
  /** Remarks, sums and names of sections. */
  readonly ignored: IgnoredRow[];
}

/** Longer text is cut: no field is as long, and what is too long is told. */
const CELL_MAX_CHARS = 1000;

type Cells = Partial<Record<RosterField, string>>;

const DITTO: ReadonlySet<string> = new Set(DITTO_WORDS.map(wordKey));
/** Fields whose merged cell speaks for every row it covers; a merged name is one person over several rows. */
const SHARED_FIELDS: ReadonlySet<RosterField> = new Set(["unit", "post", "side", "duties", "group", "seat"]);

/**
 * The people below the headings of one sheet. `firstPart` numbers the first part; where `fillUnits` is set, a blank
 * unit is the one above (a format without merged cells loses all but the first of them).
 */
export function readTable(
  sheet: string | null,
  rows: readonly FilledRow[],
  headings: Headings<RosterField>,
  { firstPart, fillUnits }: { firstPart: number; fillUnits: boolean },
): TableReading {
  const ignored: IgnoredRow[] = [];
  let part = firstPart;
  let sectionSide: string | null = null;
  let tables = headings.tables;
  let readings = tables.map((): RosterRow[] => []);
  const finished: RosterRow[] = [];

  for (let index = headings.last + 1; index < rows.length; index += 1) {
    const row = rows[index];
    const own = row?.cells.filter((cell) => cell.own && cell.text !== "") ?? [];
    const [firstCell] = own;
    if (row === undefined || firstCell === undefined) continue;
    const again = repeatedHeadings(rows, index, ROSTER_HEADINGS);
    if (again !== null) {
      if (!again.tables.some((columns) => columns.has("name"))) continue;
      finished.push(...readings.flat());
      tables = again.tables;
      index = again.last;
      readings = tables.map(() => []);
      continue;
    }
    const kind = REMARK_BEGINNINGS.test(wordKey(firstCell.text)) ? "remark" : soleCellKind(row, own, tables);
    if (kind !== "people") {
      ignored.push(ignoredRow(row.row, firstCell.text));
      if (kind === "section") {
        part += 1;
        sectionSide = sideOfSection(firstCell.text);
      }
      continue;
    }
    tables.forEach((columns, table) => {
      const above = readings[table]?.at(-1);
      const cells = cellsOf(row, columns, above?.cells);
      if (isContinued(row, columns) && above !== undefined) {
        readings[table]?.splice(-1, 1, withFurtherPost(above, cells.post));
        return;
      }
      if (!isSomebody(row, columns)) return;
      const notes: RosterRow["notes"][number][] = row.hidden ? ["row_hidden"] : [];
      if (fillUnits && cells.unit === "" && cells.name !== "" && above?.part === part && above.cells.unit) {
        cells.unit = above.cells.unit;
        notes.push("unit_from_above");
      }
      if (sectionSide !== null && isBlankWord(cells.side ?? "")) cells.side = sectionSide;
      readings[table]?.push({ sheet, row: row.row, part, cells, notes });
    });
  }
  return { rows: [...finished, ...readings.flat()], ignored };
}

/** What a row is by its only cell; rows of several cells are people. */
function soleCellKind(
  row: FilledRow,
  own: readonly FilledCell[],
  tables: readonly TableColumns<RosterField>[],
): "people" | "remark" | "section" {
  const [cell] = own;
  if (cell === undefined || own.length > 1) return "people";
  const column = row.cells.indexOf(cell);
  const next = row.cells[column + 1];
  const isMergedAcross = next !== undefined && !next.own && !next.fromAbove;
  const field = tables.flatMap((columns) => [...columns]).find(([, at]) => at === column)?.[0];
  if (isMergedAcross || sideOfSection(cell.text) !== null) return "section";
  if (field === undefined) return "remark";
  if (field === "order") return /^\d+$/.test(wordKey(cell.text)) ? "people" : "section";
  if (field === "name" && /[:：。；;!！?？]/u.test(cell.text)) return "remark";
  return cell.text.length > LIMITS.postMaxChars ? "remark" : "people";
}

/** 一、县区干部（36人） → county; null for a section that names no side. */
function sideOfSection(text: string): string | null {
  return sideOfWord(wordKey(text).replace(SECTION_DRESS, ""));
}

function cellsOf(row: FilledRow, columns: TableColumns<RosterField>, above: Cells | undefined): Cells {
  const cells: Cells = {};
  for (const [field, column] of columns) {
    const cell = row.cells[column];
    const speaks = cell !== undefined && (cell.own || (cell.fromAbove && isShared(field, cell.text)));
    const text = speaks ? cell.text.slice(0, CELL_MAX_CHARS) : "";
    const repeats = SHARED_FIELDS.has(field) && DITTO.has(wordKey(text));
    cells[field] = repeats ? (above?.[field] ?? "") : text;
  }
  return cells;
}

/** Whether what is merged down into a cell is said of everybody there: no name, and no heading. */
function isShared(field: RosterField, text: string): boolean {
  return SHARED_FIELDS.has(field) && !ROSTER_HEADINGS.isHeading(text);
}

/** Whether the name is merged with the one above: one person with several posts. */
function isContinued(row: FilledRow, columns: TableColumns<RosterField>): boolean {
  const cell = row.cells[columns.get("name") ?? -1];
  return cell?.fromAbove === true && cell.text !== "";
}

function withFurtherPost(person: RosterRow, post: string | undefined): RosterRow {
  const before = person.cells.post ?? "";
  if (post === undefined || post === "" || post === before) return person;
  return { ...person, cells: { ...person.cells, post: before === "" ? post : `${before}、${post}` } };
}

/** A name, or at least a unit or post of this row's own; a row prepared with a number alone is nobody. */
function isSomebody(row: FilledRow, columns: TableColumns<RosterField>): boolean {
  return (["name", "unit", "post"] as const).some((field) => {
    const cell = row.cells[columns.get(field) ?? -1];
    return cell?.own === true && !isBlankWord(cell.text);
  });
}
