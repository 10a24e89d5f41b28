import type { DocumentCell } from "../model.ts";

/** A cell before it has its place; spans may be any numbers. */
export interface LooseCell {
  readonly key?: string;
  readonly header: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: DocumentCell["paragraphs"];
}

export interface TableGrid {
  readonly columns: number;
  readonly rows: readonly (readonly DocumentCell[])[];
}

type LooseRow = readonly LooseCell[];
type PlacedRow = ReadonlyMap<number, DocumentCell>;

const BLANK: DocumentCell = { header: false, columnSpan: 1, rowSpan: 1, paragraphs: [[]] };

/**
 * Puts cells on a grid as a browser would: spans are cut where they would leave the table or overlap another cell,
 * and gaps get blank cells. A table wider than `columnsMax` loses its spans and goes on in rows below, so no text is
 * lost. Null for a table of more than `cellsMax` places: whoever draws it finds another way.
 */
export function tableGrid(
  rows: readonly LooseRow[],
  { columnsMax, cellsMax }: { columnsMax: number; cellsMax: number },
): TableGrid | null {
  return place(rows, columnsMax, cellsMax) ?? place(withoutSpans(rows, columnsMax), columnsMax, cellsMax);
}

function withoutSpans(rows: readonly LooseRow[], columnsMax: number): LooseRow[] {
  const narrow: LooseRow[] = [];
  for (const row of rows) {
    const cells = row.map((cell) => ({ ...cell, columnSpan: 1, rowSpan: 1 }));
    for (let from = 0; from < Math.max(1, cells.length); from += columnsMax) {
      narrow.push(cells.slice(from, from + columnsMax));
    }
  }
  return narrow;
}

function place(rows: readonly LooseRow[], columnsMax: number, cellsMax: number): TableGrid | null {
  if (rows.length > cellsMax) return null;
  const taken = rows.map(() => new Set<number>());
  const placed: PlacedRow[] = [];
  for (const [rowIndex, row] of rows.entries()) {
    const cells = placeRow(row, rowIndex, taken, columnsMax);
    if (cells === null) return null;
    placed.push(cells);
  }
  const columns = taken.reduce((widest, covered) => Math.max(widest, ...covered, 0), 0) + 1;
  if (columns * rows.length > cellsMax) return null;
  return { columns, rows: placed.map((cells, index) => filled(cells, taken[index], columns)) };
}

/** Null when a cell has no place left of `columnsMax`. `taken`: the columns covered so far, for every row. */
function placeRow(
  row: LooseRow,
  rowIndex: number,
  taken: readonly Set<number>[],
  columnsMax: number,
): PlacedRow | null {
  const cells = new Map<number, DocumentCell>();
  let column = 0;
  for (const loose of row) {
    while (taken[rowIndex]?.has(column)) column += 1;
    if (column >= columnsMax) return null;
    const columnSpan = freeColumns(
      taken[rowIndex],
      column,
      Math.min(span(loose.columnSpan), columnsMax - column),
    );
    const rowSpan = freeRows(taken, rowIndex, column, columnSpan, span(loose.rowSpan));
    for (const covered of taken.slice(rowIndex, rowIndex + rowSpan)) {
      for (let at = column; at < column + columnSpan; at += 1) covered.add(at);
    }
    cells.set(column, { ...loose, columnSpan, rowSpan });
    column += columnSpan;
  }
  return cells;
}

function span(wanted: number): number {
  return Number.isFinite(wanted) ? Math.max(1, Math.floor(wanted)) : 1;
}

function freeColumns(taken: ReadonlySet<number> | undefined, column: number, wanted: number): number {
  let free = 1;
  while (free < wanted && taken?.has(column + free) !== true) free += 1;
  return free;
}

function freeRows(
  taken: readonly ReadonlySet<number>[],
  rowIndex: number,
  column: number,
  columnSpan: number,
  wanted: number,
): number {
  let rows = 1;
  for (; rows < wanted && rowIndex + rows < taken.length; rows += 1) {
    for (let at = column; at < column + columnSpan; at += 1) {
      if (taken[rowIndex + rows]?.has(at)) return rows;
    }
  }
  return rows;
}

function filled(cells: PlacedRow, taken: ReadonlySet<number> | undefined, columns: number): DocumentCell[] {
  const row: DocumentCell[] = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = cells.get(column);
    if (cell !== undefined) row.push(cell);
    else if (taken?.has(column) !== true) row.push(BLANK);
  }
  return row;
}
