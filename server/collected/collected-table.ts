import type { CollectedField, CollectedRow } from "../../shared/domain/collected/row.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { findHeadings, type Headings } from "../tables/headings.ts";
import { type FilledRow, fillMerges } from "../tables/merged-cells.ts";
import { ReadingRefusal } from "../tables/reading-refusal.ts";
import type { SheetGrid } from "../tables/sheet-grid.ts";
import { passedOver, placeOf, type SheetReading } from "../tables/sheet-reading.ts";
import { COLLECTED_HEADINGS } from "./heading-words.ts";
import { readQuestions } from "./question-rows.ts";

/** What became of one sheet. */
export interface CollectedSheet extends SheetReading {
  readonly questions: number;
}

/** A list of questions as a file has it, before anything is checked. */
export interface CollectedTable {
  readonly rows: readonly CollectedRow[];
  readonly sheets: readonly CollectedSheet[];
}

interface FoundTable {
  readonly grid: SheetGrid;
  readonly rows: FilledRow[];
  readonly headings: Headings<CollectedField> | null;
}

/** The questions of all sheets; those without a column of questions are passed over. */
export function readCollectedTable(grids: readonly SheetGrid[]): CollectedTable {
  const found = grids.map((grid): FoundTable => {
    const rows = fillMerges(grid);
    return { grid, rows, headings: findHeadings(rows, COLLECTED_HEADINGS) };
  });
  const candidates = found.filter(({ headings }) => hasQuestions(headings));
  if (candidates.length === 0) refuseWithout(found);

  const rows: CollectedRow[] = [];
  const sheets = found.map(({ grid, rows: filled, headings }): CollectedSheet => {
    if (headings === null || !hasQuestions(headings)) return { ...passedOver(grid), questions: 0 };
    const read = readQuestions(grid.sheet, filled, headings);
    rows.push(...read.rows);
    return {
      sheet: grid.sheet,
      outcome: "read",
      headingRow: filled[headings.last]?.row ?? null,
      questions: read.rows.length,
      unusedHeadings: headings.unused,
      ignoredRows: read.ignored,
    };
  });
  if (rows.length > LIMITS.collectedRowsMax) {
    throw new ReadingRefusal("too_large", { rows: rows.length, rowsMax: LIMITS.collectedRowsMax });
  }
  if (rows.length === 0) {
    const [first] = candidates;
    throw new ReadingRefusal("no_rows", placeOf(first?.grid, first?.rows ?? [], first?.headings ?? null));
  }
  return { rows, sheets };
}

function hasQuestions(headings: Headings<CollectedField> | null): boolean {
  return headings?.tables.some((columns) => columns.has("text")) === true;
}

/** Says which sheet lacks the column of questions, or that no headings were found at all. */
function refuseWithout(found: readonly FoundTable[]): never {
  const table = found.find(({ headings }) => headings !== null);
  if (table === undefined) {
    throw new ReadingRefusal("no_headings", { sheets: found.flatMap(({ grid }) => grid.sheet ?? []) });
  }
  throw new ReadingRefusal("missing_columns", {
    ...placeOf(table.grid, table.rows, table.headings),
    columns: ["text"],
  });
}
