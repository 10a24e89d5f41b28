import type { CollectedRow } from "../../shared/domain/collected/row.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { readTables } from "../tables/found-tables.ts";
import type { SheetGrid } from "../tables/sheet-grid.ts";
import type { SheetReading } from "../tables/sheet-reading.ts";
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

/** The questions of all sheets; those without a column of questions are passed over. */
export function readCollectedTable(grids: readonly SheetGrid[]): CollectedTable {
  const { rows, sheets } = readTables(grids, {
    words: COLLECTED_HEADINGS,
    knownBy: ["text"],
    rowsMax: LIMITS.collectedRowsMax,
    read: ({ sheet }, filled, headings) => readQuestions(sheet, filled, headings),
  });
  return { rows, sheets: sheets.map(({ count, ...sheet }) => ({ ...sheet, questions: count })) };
}
