import { LIMITS } from "../../shared/protocol/limits.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import type { GridRow, SheetGrid } from "./sheet-grid.ts";

/** A cell with what the merge it lies in says. */
export interface FilledCell {
  readonly text: string;
  /** Whether the text stands in this very cell. */
  readonly own: boolean;
  /** Whether a merge covers it from a row above in this column. */
  readonly fromAbove: boolean;
}

export interface FilledRow {
  readonly row: number;
  readonly hidden: boolean;
  /** `cells[0]` is column 1; shorter than the sheet is wide. */
  readonly cells: readonly FilledCell[];
}

const BLANK: FilledCell = { text: "", own: true, fromAbove: false };
/** Merges do not overlap in an honest file, so that they cover no more cells than can be read. */
const COVERED_CELLS_MAX = 2 * LIMITS.rosterRowsMax * LIMITS.rosterColumnsMax;

/**
 * Gives every cell of a merge the text of its first. Rows that hold nothing of their own stay away: a merge that
 * runs on below the table names nobody.
 */
export function fillMerges(grid: SheetGrid): FilledRow[] {
  const filled = grid.rows.map((row) => ({
    row: row.row,
    hidden: row.hidden,
    cells: row.cells.map((text): FilledCell => (text === "" ? BLANK : { text, own: true, fromAbove: false })),
  }));
  let coveredCells = 0;
  for (const merge of grid.merges) {
    const first = firstRowFrom(grid.rows, merge.top);
    const origin = grid.rows[first]?.row === merge.top ? grid.rows[first] : undefined;
    const text = origin?.cells[merge.left - 1] ?? "";
    const right = Math.min(merge.right, LIMITS.rosterColumnsMax);
    for (let index = first; index < filled.length; index += 1) {
      const row = filled[index];
      if (row === undefined || row.row > merge.bottom) break;
      for (let column = merge.left; column <= right; column += 1) {
        coveredCells += 1;
        if (coveredCells > COVERED_CELLS_MAX) throw new ReadingRefusal("unreadable", { format: "merges" });
        if (row.row === merge.top && column === merge.left) continue;
        while (row.cells.length < column) row.cells.push(BLANK);
        row.cells[column - 1] = { text, own: false, fromAbove: column === merge.left };
      }
    }
  }
  return filled;
}

/** Index of the first row at or below `row`. */
function firstRowFrom(rows: readonly GridRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
