import type { FileField, ReturnedRow } from "../../shared/domain/ledger/row.ts";
import { ledgerFile } from "../../shared/messages/ledger/zh-CN.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { findHeadings, type Headings } from "../tables/headings.ts";
import { type FilledRow, fillMerges } from "../tables/merged-cells.ts";
import { ReadingRefusal } from "../tables/reading-refusal.ts";
import type { SheetGrid } from "../tables/sheet-grid.ts";
import { passedOver, placeOf, type SheetReading } from "../tables/sheet-reading.ts";
import { LEDGER_HEADING_WORDS } from "./heading-words.ts";
import { readLedgerRows } from "./ledger-rows.ts";

/** What became of one sheet. */
export interface LedgerSheetReading extends SheetReading {
  readonly ledgerRows: number;
}

/** A returned ledger as a file has it, before anything is compared. */
export interface LedgerTable {
  readonly rows: readonly ReturnedRow[];
  readonly sheets: readonly LedgerSheetReading[];
}

interface FoundTable {
  readonly grid: SheetGrid;
  readonly rows: FilledRow[];
  readonly headings: Headings<FileField> | null;
}

/** The rows of all sheets; those without a column of numbers are passed over. */
export function readLedgerTable(grids: readonly SheetGrid[]): LedgerTable {
  const found = grids.map((grid): FoundTable => {
    const rows = fillMerges(grid);
    return { grid, rows, headings: findHeadings(rows, LEDGER_HEADING_WORDS) };
  });
  const candidates = found.filter(({ headings }) => isLedger(headings));
  if (candidates.length === 0) refuseWithout(found);
  const rows: ReturnedRow[] = [];
  const told = found.filter(({ grid }) => !isOwnChoices(grid));
  const sheets = told.map(({ grid, rows: filled, headings }): LedgerSheetReading => {
    if (headings === null || !isLedger(headings)) return { ...passedOver(grid), ledgerRows: 0 };
    const read = readLedgerRows(grid, filled, headings);
    rows.push(...read.rows);
    return {
      sheet: grid.sheet,
      outcome: "read",
      headingRow: filled[headings.last]?.row ?? null,
      ledgerRows: read.rows.length,
      unusedHeadings: headings.unused,
      ignoredRows: read.ignored,
    };
  });
  if (rows.length > LIMITS.ledgerRowsMax) {
    throw new ReadingRefusal("too_large", { rows: rows.length, rowsMax: LIMITS.ledgerRowsMax });
  }
  if (rows.length === 0) {
    const [first] = candidates;
    throw new ReadingRefusal("no_rows", placeOf(first?.grid, first?.rows ?? [], first?.headings ?? null));
  }
  return { rows, sheets };
}

/** The hidden sheet with which a ledger goes out is nobody's. */
function isOwnChoices({ sheet, hidden }: SheetGrid): boolean {
  return hidden && sheet === ledgerFile.choices;
}

/** Rows are known by their number, or by where they come from. */
function isLedger(headings: Headings<FileField> | null): boolean {
  return headings?.tables.some((columns) => columns.has("number") || columns.has("origin")) === true;
}

function refuseWithout(found: readonly FoundTable[]): never {
  const table = found.find(({ headings }) => headings !== null);
  if (table === undefined) {
    throw new ReadingRefusal("no_headings", { sheets: found.flatMap(({ grid }) => grid.sheet ?? []) });
  }
  throw new ReadingRefusal("missing_columns", {
    ...placeOf(table.grid, table.rows, table.headings),
    columns: ["number"],
  });
}
