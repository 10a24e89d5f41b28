import type { RosterField } from "../../shared/domain/roster/row.ts";
import { sideOfWord } from "../../shared/domain/roster/words.ts";
import { headingKey, headingMeaning } from "./heading-words.ts";
import type { FilledRow } from "./merged-cells.ts";

/** Which column, from 0, holds which field, in one table; tables may stand side by side. */
export type TableColumns = ReadonlyMap<RosterField, number>;

export interface Headings {
  /** Indexes into the rows of the sheet: of the first and the last of the heading rows. */
  readonly first: number;
  readonly last: number;
  readonly tables: readonly TableColumns[];
  /** Headings that are no field, or repeat one. */
  readonly unused: readonly string[];
  /** A heading of unit and post together, as 单位及职务; null without one. */
  readonly combined: string | null;
}

/** Where there is a column of units, one of counties is not the unit. */
const WEAKEST_RANK = 100;
const SEARCHED_ROWS = 60;
/** A table is known by two fields at least: one alone is a word in a remark. */
const FIELDS_MIN = 2;

/** Over a table stand groups of columns, under them the columns, and under these what they are given in. */
const HEADING_ROWS_MAX = 3;

/**
 * The heading rows of a sheet: of the first rows those that name most fields, one by itself or with those below it (the
 * upper ones merged over groups of columns, or down). Null when no row names two fields.
 */
export function findHeadings(rows: readonly FilledRow[]): Headings | null {
  let best: Headings | null = null;
  for (let index = 0; index < Math.min(rows.length, SEARCHED_ROWS); index += 1) {
    best = better(best, headingsFrom(rows, index));
  }
  return best === null || fieldCount(best) < FIELDS_MIN ? null : mergedDown(rows, best);
}

/** The headings that begin in a row, over as many rows as give most fields. */
function headingsFrom(rows: readonly FilledRow[], first: number): Headings | null {
  let best: Headings | null = null;
  for (let last = first; last < Math.min(first + HEADING_ROWS_MAX, rows.length); last += 1) {
    best = better(best, headingsAt(rows, first, last));
  }
  return best;
}

function better(one: Headings | null, other: Headings | null): Headings | null {
  if (one === null || other === null) return one ?? other;
  return fieldCount(other) > fieldCount(one) ? other : one;
}

/** With the rows into which a heading is merged down, as long as nobody stands in them. */
function mergedDown(rows: readonly FilledRow[], found: Headings): Headings {
  let last = found.last;
  for (let row = rows[last + 1]; row !== undefined; row = rows[last + 1]) {
    const isHeading = row.cells.some((cell) => cell.fromAbove && headingMeaning(cell.text) !== null);
    const isSomebody = found.tables.some((columns) => {
      const cell = row.cells[columns.get("name") ?? -1];
      return cell?.own === true && cell.text !== "";
    });
    if (!isHeading || isSomebody) break;
    last += 1;
  }
  return last === found.last ? found : headingsAt(rows, found.first, last);
}

/** The headings that are repeated from a row on, as on every printed page; null for any other row. */
export function repeatedHeadings(rows: readonly FilledRow[], index: number): Headings | null {
  const words = (rows[index]?.cells ?? []).flatMap((cell) =>
    cell.fromAbove ? [] : (headingMeaning(cell.text) ?? []),
  );
  const namesNames = words.some((word) => word.kind === "field" && word.field === "name");
  if (words.length < FIELDS_MIN && !namesNames) return null;
  const headings = headingsFrom(rows, index);
  return headings === null || fieldCount(headings) < FIELDS_MIN ? null : mergedDown(rows, headings);
}

/** How many fields headings name, over all tables beside each other; unit and post together are told, and count as one. */
export function fieldCount({ tables, combined }: Headings): number {
  return tables.reduce((sum, table) => sum + table.size, combined === null ? 0 : 1);
}

function headingsAt(rows: readonly FilledRow[], first: number, last: number): Headings {
  const upwards = rows.slice(first, last + 1).reverse();
  const tables: Map<RosterField, { column: number; rank: number; text: string }>[] = [];
  const unused: string[] = [];
  let combined: string | null = null;
  let firstKey = "";
  for (let column = 0; column < Math.max(...upwards.map(({ cells }) => cells.length)); column += 1) {
    const texts = upwards.map(({ cells }) => cells[column]?.text ?? "");
    const text =
      texts.find((one) => wordOf(one, rows, last, column) !== null) ?? texts.find((one) => one !== "");
    if (text === undefined) continue;
    const word = wordOf(text, rows, last, column);
    if (headingMeaning(text)?.kind === "combined") combined = text;
    if (word === null) {
      if (!unused.includes(text)) unused.push(text);
      continue;
    }
    let table = tables.at(-1);
    if (table === undefined || (table.has("name") && headingKey(text) === firstKey)) {
      table = new Map();
      tables.push(table);
      firstKey = headingKey(text);
    }
    const known = table.get(word.field);
    if (known === undefined || word.rank < known.rank) {
      table.set(word.field, { column, rank: word.rank, text });
      if (known !== undefined && known.text !== text) unused.push(known.text);
    } else if (known.text !== text) unused.push(text);
  }
  return {
    first,
    last,
    tables: tables.map((table) => new Map([...table].map(([field, { column }]) => [field, column]))),
    unused,
    combined,
  };
}

/** The field of a column by its heading, and for a county also by its cells; null for a heading of no field. */
function wordOf(
  text: string,
  rows: readonly FilledRow[],
  last: number,
  column: number,
): { readonly field: RosterField; readonly rank: number } | null {
  const meaning = headingMeaning(text);
  if (meaning?.kind !== "county") return meaning?.kind === "field" ? meaning : null;
  return { field: holdsSides(rows, last + 1, column) ? "side" : "unit", rank: WEAKEST_RANK };
}

function holdsSides(rows: readonly FilledRow[], from: number, column: number): boolean {
  const texts = rows.slice(from, from + SEARCHED_ROWS).flatMap((row) => row.cells[column]?.text || []);
  return texts.length > 0 && texts.filter((text) => sideOfWord(text) !== null).length * 2 > texts.length;
}
