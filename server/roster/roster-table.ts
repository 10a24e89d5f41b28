import type { RosterRow } from "../../shared/domain/roster/row.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { findHeadings, type Headings } from "./headings.ts";
import { type FilledRow, fillMerges } from "./merged-cells.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { type IgnoredRow, readTable } from "./table-rows.ts";

/** What became of one sheet. */
export interface SheetReading {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  /** `hidden` and `no_table`: nothing was taken from it. */
  readonly outcome: "read" | "hidden" | "no_table";
  /** The row of the headings as the file numbers it, the lower one of two. */
  readonly headingRow: number | null;
  readonly people: number;
  /** Headings whose columns were not used. */
  readonly unusedHeadings: readonly string[];
  /** Remarks, sums and names of sections among the people. */
  readonly ignoredRows: readonly IgnoredRow[];
}

/** A roster as a file has it, before anything is checked. */
export interface RosterTable {
  readonly rows: readonly RosterRow[];
  readonly sheets: readonly SheetReading[];
}

interface FoundTable {
  readonly grid: SheetGrid;
  readonly rows: FilledRow[];
  readonly headings: Headings | null;
}

const REQUIRED = ["name", "unit"] as const;

/**
 * The people of all sheets. Sheets without names (covers, summaries) are passed over; a sheet with names and
 * without units refuses the file, since its people would be lost in silence.
 */
export function readRosterTable(grids: readonly SheetGrid[]): RosterTable {
  const found = grids.map((grid): FoundTable => {
    const rows = fillMerges(grid);
    return { grid, rows, headings: findHeadings(rows) };
  });
  const named = found.filter(({ headings }) => hasField(headings, "name"));
  const candidates = named.length > 0 ? named : found.filter(({ headings }) => headings !== null);
  for (const { grid, rows, headings } of candidates) {
    if (headings !== null) refuseMissingColumns(grid, rows, headings);
  }
  if (candidates.length === 0) {
    throw new ReadingRefusal("roster_no_headings", { sheets: grids.flatMap(({ sheet }) => sheet ?? []) });
  }

  const people: RosterRow[] = [];
  const sheets = found.map(({ grid, rows, headings }): SheetReading => {
    if (headings === null || !hasField(headings, "name")) return passedOver(grid);
    const firstPart = (people.at(-1)?.part ?? -1) + 1;
    const table = readTable(grid.sheet, rows, headings, { firstPart, fillUnits: grid.sheet === null });
    people.push(...table.rows);
    return {
      sheet: grid.sheet,
      outcome: "read",
      headingRow: rows[headings.last]?.row ?? null,
      people: table.rows.length,
      unusedHeadings: headings.unused,
      ignoredRows: table.ignored,
    };
  });
  if (people.length > LIMITS.rosterRowsMax) {
    throw new ReadingRefusal("roster_too_large", { rows: people.length, rowsMax: LIMITS.rosterRowsMax });
  }
  if (people.length === 0) {
    const [{ grid, headings, rows } = { grid: undefined, headings: null, rows: [] }] = candidates;
    throw new ReadingRefusal("roster_no_rows", placeOf(grid, rows, headings));
  }
  return { rows: people, sheets };
}

function hasField(headings: Headings | null, field: (typeof REQUIRED)[number]): boolean {
  return headings?.tables.some((columns) => columns.has(field)) === true;
}

function refuseMissingColumns(grid: SheetGrid, rows: readonly FilledRow[], headings: Headings): void {
  const missing = REQUIRED.filter((field) => !hasField(headings, field));
  if (missing.length === 0) return;
  throw new ReadingRefusal("roster_missing_columns", {
    ...placeOf(grid, rows, headings),
    columns: missing,
    ...(headings.combined !== null && { combined: headings.combined }),
  });
}

function placeOf(grid: SheetGrid | undefined, rows: readonly FilledRow[], headings: Headings | null) {
  const sheet = grid?.sheet ?? null;
  const row = headings === null ? undefined : rows[headings.last]?.row;
  return { ...(sheet !== null && { sheet }), ...(row !== undefined && { row }) };
}

function passedOver({ sheet, hidden }: SheetGrid): SheetReading {
  const outcome = hidden ? "hidden" : "no_table";
  return { sheet, outcome, headingRow: null, people: 0, unusedHeadings: [], ignoredRows: [] };
}
