import { type HeadingWords, headingKey, type NamedField } from "./heading-words.ts";
import type { FilledRow } from "./merged-cells.ts";

/** Which column, from 0, holds which field, in one table; tables may stand side by side. */
export type TableColumns<F extends string> = ReadonlyMap<F, number>;

export interface Headings<F extends string> {
  /** Indexes into the rows of the sheet: of the first and the last of the heading rows. */
  readonly first: number;
  readonly last: number;
  readonly tables: readonly TableColumns<F>[];
  /** Headings that are no field, or repeat one. */
  readonly unused: readonly string[];
  /** A heading of two fields together, as 单位及职务; null without one. */
  readonly combined: string | null;
}

const SEARCHED_ROWS = 60;
/** A table is known by two fields at least: one alone is a word in a remark. */
const FIELDS_MIN = 2;

/** Over a table stand groups of columns, under them the columns, and under these what they are given in. */
const HEADING_ROWS_MAX = 3;

/**
 * The heading rows of a sheet: of the first rows those that name most fields, one by itself or with those below it (the
 * upper ones merged over groups of columns, or down). Null when no row names two fields.
 */
export function findHeadings<F extends string>(
  rows: readonly FilledRow[],
  words: HeadingWords<F>,
): Headings<F> | null {
  let best: Headings<F> | null = null;
  for (let index = 0; index < Math.min(rows.length, SEARCHED_ROWS); index += 1) {
    best = better(best, headingsFrom(rows, index, words));
  }
  return best === null || fieldCount(best) < FIELDS_MIN ? null : mergedDown(rows, best, words);
}

/** The headings that begin in a row, over as many rows as give most fields. */
function headingsFrom<F extends string>(
  rows: readonly FilledRow[],
  first: number,
  words: HeadingWords<F>,
): Headings<F> | null {
  let best: Headings<F> | null = null;
  for (let last = first; last < Math.min(first + HEADING_ROWS_MAX, rows.length); last += 1) {
    best = better(best, headingsAt(rows, first, last, words));
  }
  return best;
}

function better<F extends string>(one: Headings<F> | null, other: Headings<F> | null): Headings<F> | null {
  if (one === null || other === null) return one ?? other;
  return fieldCount(other) > fieldCount(one) ? other : one;
}

/** With the rows into which a heading is merged down, as long as nothing stands in them. */
function mergedDown<F extends string>(
  rows: readonly FilledRow[],
  found: Headings<F>,
  words: HeadingWords<F>,
): Headings<F> {
  let last = found.last;
  for (let row = rows[last + 1]; row !== undefined; row = rows[last + 1]) {
    const isHeading = row.cells.some((cell) => cell.fromAbove && words.isHeading(cell.text));
    const hasSubject = found.tables.some((columns) => {
      const cell = row.cells[columns.get(words.subject) ?? -1];
      return cell?.own === true && cell.text !== "";
    });
    if (!isHeading || hasSubject) break;
    last += 1;
  }
  return last === found.last ? found : headingsAt(rows, found.first, last, words);
}

/** The headings that are repeated from a row on, as on every printed page; null for any other row. */
export function repeatedHeadings<F extends string>(
  rows: readonly FilledRow[],
  index: number,
  words: HeadingWords<F>,
): Headings<F> | null {
  const texts = (rows[index]?.cells ?? []).flatMap(({ fromAbove, text }) =>
    !fromAbove && words.isHeading(text) ? [text] : [],
  );
  const namesSubject = texts.some((text) => words.fieldOf(text, () => [])?.field === words.subject);
  if (texts.length < FIELDS_MIN && !namesSubject) return null;
  const headings = headingsFrom(rows, index, words);
  return headings === null || fieldCount(headings) < FIELDS_MIN ? null : mergedDown(rows, headings, words);
}

/** How many fields headings name, over all tables beside each other; two in one column are told, and count as one. */
export function fieldCount({ tables, combined }: Headings<string>): number {
  return tables.reduce((sum, table) => sum + table.size, combined === null ? 0 : 1);
}

function headingsAt<F extends string>(
  rows: readonly FilledRow[],
  first: number,
  last: number,
  words: HeadingWords<F>,
): Headings<F> {
  const fieldOf = (text: string, column: number) =>
    words.fieldOf(text, () => textsBelow(rows, last + 1, column));
  const upwards = rows.slice(first, last + 1).reverse();
  const tables: Map<F, NamedField<F> & { readonly column: number; readonly text: string }>[] = [];
  const unused: string[] = [];
  let combined: string | null = null;
  let firstKey = "";
  for (let column = 0; column < Math.max(...upwards.map(({ cells }) => cells.length)); column += 1) {
    const texts = upwards.map(({ cells }) => cells[column]?.text ?? "");
    const text = texts.find((one) => fieldOf(one, column) !== null) ?? texts.find((one) => one !== "");
    if (text === undefined) continue;
    const word = fieldOf(text, column);
    if (words.isCombined(text)) combined = text;
    if (word === null) {
      if (!unused.includes(text)) unused.push(text);
      continue;
    }
    let table = tables.at(-1);
    if (table === undefined || (table.has(words.subject) && headingKey(text) === firstKey)) {
      table = new Map();
      tables.push(table);
      firstKey = headingKey(text);
    }
    const known = table.get(word.field);
    if (known === undefined || word.rank < known.rank) {
      table.set(word.field, { ...word, column, text });
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

/** What stands in a column from a row on. */
function textsBelow(rows: readonly FilledRow[], from: number, column: number): string[] {
  return rows.slice(from, from + SEARCHED_ROWS).flatMap((row) => row.cells[column]?.text || []);
}
