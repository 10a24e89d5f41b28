import { tidyCell } from "../../shared/domain/roster/text.ts";
import type { Headings } from "./headings.ts";
import type { FilledRow } from "./merged-cells.ts";
import type { SheetGrid } from "./sheet-grid.ts";

/** A row among the others that is none of them: a remark, a sum, the name of a section. */
export interface IgnoredRow {
  readonly row: number;
  /** Its first cell, of which as much as can be shown. */
  readonly text: string;
}

/** What became of one sheet. */
export interface SheetReading {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  /** `hidden` and `no_table`: nothing was taken from it. */
  readonly outcome: "read" | "hidden" | "no_table";
  /** The row of the headings as the file numbers it, the lower one of two. */
  readonly headingRow: number | null;
  /** Headings whose columns were not used. */
  readonly unusedHeadings: readonly string[];
  readonly ignoredRows: readonly IgnoredRow[];
}

const SHOWN_MAX_CHARS = 200;

export function ignoredRow(row: number, text: string): IgnoredRow {
  return { row, text: tidyCell(text.slice(0, SHOWN_MAX_CHARS)) };
}

/** A sheet from which nothing was taken. */
export function passedOver({ sheet, hidden }: SheetGrid): SheetReading {
  const outcome = hidden ? "hidden" : "no_table";
  return { sheet, outcome, headingRow: null, unusedHeadings: [], ignoredRows: [] };
}

/** Where headings stand, for the details of a refusal. */
export function placeOf(
  grid: SheetGrid | undefined,
  rows: readonly FilledRow[],
  headings: Headings<string> | null,
): { sheet?: string; row?: number } {
  const sheet = grid?.sheet ?? null;
  const row = headings === null ? undefined : rows[headings.last]?.row;
  return { ...(sheet !== null && { sheet }), ...(row !== undefined && { row }) };
}
