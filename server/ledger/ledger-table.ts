import type { ReturnedRow } from "../../shared/domain/ledger/row.ts";
import { ledgerFile } from "../../shared/messages/ledger/zh-CN.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { readTables } from "../tables/found-tables.ts";
import type { SheetGrid } from "../tables/sheet-grid.ts";
import type { SheetReading } from "../tables/sheet-reading.ts";
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

/** The rows of all sheets; those in which rows have neither a number nor a mark of where they come from are passed over. */
export function readLedgerTable(grids: readonly SheetGrid[]): LedgerTable {
  const { rows, sheets } = readTables(grids, {
    words: LEDGER_HEADING_WORDS,
    knownBy: ["number", "origin"],
    rowsMax: LIMITS.ledgerRowsMax,
    leavesOut: isOwnChoices,
    read: readLedgerRows,
  });
  return { rows, sheets: sheets.map(({ count, ...sheet }) => ({ ...sheet, ledgerRows: count })) };
}

/** The hidden sheet with which a ledger goes out is nobody's. */
function isOwnChoices({ sheet, hidden }: SheetGrid): boolean {
  return hidden && sheet === ledgerFile.choices;
}
