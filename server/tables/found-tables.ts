import type { HeadingWords } from "./heading-words.ts";
import { findHeadings, type Headings } from "./headings.ts";
import { type FilledRow, fillMerges } from "./merged-cells.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { type IgnoredRow, passedOver, placeOf, type SheetReading } from "./sheet-reading.ts";

/** A sheet with its merged cells filled, and the headings of its table; null without one. */
export interface FoundTable<F extends string> {
  readonly grid: SheetGrid;
  readonly rows: FilledRow[];
  readonly headings: Headings<F> | null;
}

export function findTables<F extends string>(
  grids: readonly SheetGrid[],
  words: HeadingWords<F>,
): FoundTable<F>[] {
  return grids.map((grid) => {
    const rows = fillMerges(grid);
    return { grid, rows, headings: findHeadings(rows, words) };
  });
}

export function hasField<F extends string>(headings: Headings<F> | null, field: F): boolean {
  return headings?.tables.some((columns) => columns.has(field)) === true;
}

/** How the rows of one trade are known and read. */
export interface TableReading<F extends string, Row> {
  readonly words: HeadingWords<F>;
  /** A sheet with none of these columns is passed over; where no sheet has one, the first is told to be missing. */
  readonly knownBy: readonly [F, ...F[]];
  readonly rowsMax: number;
  /** Whether a sheet is neither read nor told of. */
  readonly leavesOut?: (grid: SheetGrid) => boolean;
  readonly read: (
    grid: SheetGrid,
    rows: readonly FilledRow[],
    headings: Headings<F>,
  ) => { readonly rows: readonly Row[]; readonly ignored: readonly IgnoredRow[] };
}

/** What became of a sheet, and how many rows were taken from it. */
export interface CountedSheet extends SheetReading {
  readonly count: number;
}

/** The rows of all sheets. Throws `ReadingRefusal` where there are none, or too many. */
export function readTables<F extends string, Row>(
  grids: readonly SheetGrid[],
  { words, knownBy, rowsMax, leavesOut = () => false, read }: TableReading<F, Row>,
): { rows: readonly Row[]; sheets: readonly CountedSheet[] } {
  const found = findTables(grids, words);
  const isOne = (headings: Headings<F> | null) => knownBy.some((field) => hasField(headings, field));
  const candidates = found.filter(({ headings }) => isOne(headings));
  if (candidates.length === 0) refuseWithout(found, knownBy[0]);
  const taken: Row[] = [];
  const told = found.filter(({ grid }) => !leavesOut(grid));
  const sheets = told.map(({ grid, rows, headings }): CountedSheet => {
    if (headings === null || !isOne(headings)) return { ...passedOver(grid), count: 0 };
    const table = read(grid, rows, headings);
    taken.push(...table.rows);
    return {
      sheet: grid.sheet,
      outcome: "read",
      headingRow: rows[headings.last]?.row ?? null,
      count: table.rows.length,
      unusedHeadings: headings.unused,
      ignoredRows: table.ignored,
    };
  });
  if (taken.length > rowsMax) throw new ReadingRefusal("too_large", { rows: taken.length, rowsMax });
  if (taken.length === 0) {
    const [first] = candidates;
    throw new ReadingRefusal("no_rows", placeOf(first?.grid, first?.rows ?? [], first?.headings ?? null));
  }
  return { rows: taken, sheets };
}

/** Says which sheet lacks the column, or that no headings were found at all. */
function refuseWithout<F extends string>(found: readonly FoundTable<F>[], column: F): never {
  const table = found.find(({ headings }) => headings !== null);
  if (table === undefined) {
    throw new ReadingRefusal("no_headings", { sheets: found.flatMap(({ grid }) => grid.sheet ?? []) });
  }
  throw new ReadingRefusal("missing_columns", {
    ...placeOf(table.grid, table.rows, table.headings),
    columns: [column],
  });
}
