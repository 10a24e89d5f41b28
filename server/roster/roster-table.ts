import type { RosterField, RosterRow } from "../../shared/domain/roster/row.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { findTables, hasField } from "../tables/found-tables.ts";
import type { Headings } from "../tables/headings.ts";
import type { FilledRow } from "../tables/merged-cells.ts";
import { ReadingRefusal } from "../tables/reading-refusal.ts";
import type { SheetGrid } from "../tables/sheet-grid.ts";
import { passedOver, placeOf, type SheetReading } from "../tables/sheet-reading.ts";
import { ROSTER_HEADINGS } from "./heading-words.ts";
import { readTable } from "./table-rows.ts";

/** What became of one sheet. */
export interface RosterSheet extends SheetReading {
  readonly people: number;
}

/** A roster as a file has it, before anything is checked. */
export interface RosterTable {
  readonly rows: readonly RosterRow[];
  readonly sheets: readonly RosterSheet[];
}

const REQUIRED = ["name", "unit"] as const;

/**
 * The people of all sheets. Sheets without names (covers, summaries) are passed over; a sheet with names and
 * without units refuses the file, since its people would be lost in silence.
 */
export function readRosterTable(grids: readonly SheetGrid[]): RosterTable {
  const found = findTables(grids, ROSTER_HEADINGS);
  const named = found.filter(({ headings }) => hasField(headings, "name"));
  const candidates = named.length > 0 ? named : found.filter(({ headings }) => headings !== null);
  for (const { grid, rows, headings } of candidates) {
    if (headings !== null) refuseMissingColumns(grid, rows, headings);
  }
  if (candidates.length === 0) {
    throw new ReadingRefusal("no_headings", { sheets: grids.flatMap(({ sheet }) => sheet ?? []) });
  }

  const people: RosterRow[] = [];
  const sheets = found.map(({ grid, rows, headings }): RosterSheet => {
    if (headings === null || !hasField(headings, "name")) return { ...passedOver(grid), people: 0 };
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
    throw new ReadingRefusal("too_large", { rows: people.length, rowsMax: LIMITS.rosterRowsMax });
  }
  if (people.length === 0) {
    const [{ grid, headings, rows } = { grid: undefined, headings: null, rows: [] }] = candidates;
    throw new ReadingRefusal("no_rows", placeOf(grid, rows, headings));
  }
  return { rows: people, sheets };
}

function refuseMissingColumns(
  grid: SheetGrid,
  rows: readonly FilledRow[],
  headings: Headings<RosterField>,
): void {
  const missing = REQUIRED.filter((field) => !hasField(headings, field));
  if (missing.length === 0) return;
  throw new ReadingRefusal("missing_columns", {
    ...placeOf(grid, rows, headings),
    columns: missing,
    ...(headings.combined !== null && { combined: headings.combined }),
  });
}
