import type { RosterField } from "../../shared/domain/people/roster-row.ts";
import { wordKey } from "../../shared/domain/people/roster-text.ts";
import { sideOfWord } from "../../shared/domain/people/roster-words.ts";
import { COMBINED_HEADINGS, COUNTY_HEADINGS, HEADINGS } from "../../shared/messages/roster-vocabulary.ts";
import type { FilledRow } from "./merged-cells.ts";

/** Which column, from 0, holds which field, in one table; tables may stand side by side. */
export type TableColumns = ReadonlyMap<RosterField, number>;

export interface Headings {
  /** Indexes into the rows of the sheet: of the heading rows, one or two. */
  readonly first: number;
  readonly last: number;
  readonly tables: readonly TableColumns[];
  /** Headings that are no field, or repeat one. */
  readonly unused: readonly string[];
  /** A heading of unit and post together, as 单位及职务; null without one. */
  readonly combined: string | null;
}

interface HeadingWord {
  readonly field: RosterField;
  /** The lower, the more telling. */
  readonly rank: number;
}

const WORDS: ReadonlyMap<string, HeadingWord> = new Map(
  (Object.entries(HEADINGS) as [RosterField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word, rank) => [wordKey(word), { field, rank }] as const),
  ),
);
const COUNTY: ReadonlySet<string> = new Set(COUNTY_HEADINGS.map(wordKey));
const COMBINED: ReadonlySet<string> = new Set(COMBINED_HEADINGS.map(wordKey));
const WEAKEST_RANK = 100;
const SEARCHED_ROWS = 60;
/** A table is known by two fields at least: one alone is a word in a remark. */
const FIELDS_MIN = 2;

/**
 * The heading row of a sheet: of the first rows the one that names most fields, by itself or with the row below it
 * (two heading rows, the upper one merged over groups of columns). Null when no row names two fields.
 */
export function findHeadings(rows: readonly FilledRow[]): Headings | null {
  let best: { headings: Headings; score: number } | null = null;
  for (let index = 0; index < Math.min(rows.length, SEARCHED_ROWS); index += 1) {
    for (const last of [index, index + 1]) {
      if (last >= rows.length) continue;
      const headings = headingsAt(rows, index, last);
      const score = scoreOf(headings);
      if (score >= FIELDS_MIN && score > (best?.score ?? 0)) best = { headings, score };
    }
  }
  return best?.headings ?? null;
}

/** The headings a single row repeats further down, as on every printed page; null for any other row. */
export function repeatedHeadings(rows: readonly FilledRow[], index: number): Headings | null {
  const words = rows[index]?.cells.filter((cell) => WORDS.has(headingKey(cell.text))) ?? [];
  return words.length >= FIELDS_MIN ? headingsAt(rows, index, index) : null;
}

function scoreOf(headings: Headings): number {
  return headings.tables.reduce((sum, table) => sum + table.size, 0);
}

function headingsAt(rows: readonly FilledRow[], first: number, last: number): Headings {
  const upper = rows[first]?.cells ?? [];
  const lower = rows[last]?.cells ?? [];
  const tables: Map<RosterField, { column: number; rank: number; text: string }>[] = [];
  const unused: string[] = [];
  let combined: string | null = null;
  let firstKey = "";
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const texts = [lower[column]?.text ?? "", upper[column]?.text ?? ""];
    const text =
      texts.find((one) => wordOf(one, rows, last, column) !== null) ?? texts.find((one) => one !== "");
    if (text === undefined) continue;
    const word = wordOf(text, rows, last, column);
    if (COMBINED.has(headingKey(text))) combined = text;
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

function wordOf(text: string, rows: readonly FilledRow[], last: number, column: number): HeadingWord | null {
  const key = headingKey(text);
  if (key === "") return null;
  if (COUNTY.has(key)) {
    return { field: holdsSides(rows, last + 1, column) ? "side" : "unit", rank: WEAKEST_RANK };
  }
  return WORDS.get(key) ?? WORDS.get(key.replace(/\([^)]*\)/gu, "")) ?? null;
}

/** `姓 名（必填）*：` → `姓名(必填)`. */
function headingKey(text: string): string {
  return wordKey(text).replace(/[*※:]/gu, "");
}

function holdsSides(rows: readonly FilledRow[], from: number, column: number): boolean {
  const texts = rows.slice(from, from + SEARCHED_ROWS).flatMap((row) => row.cells[column]?.text || []);
  return texts.length > 0 && texts.filter((text) => sideOfWord(text) !== null).length * 2 > texts.length;
}
