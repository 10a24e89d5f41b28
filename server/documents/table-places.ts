import type { DocumentBlock, DocumentCell } from "../../shared/documents/model.ts";

export type DocumentTable = Extract<DocumentBlock, { kind: "table" }>;

/** A cell in one row of the grid; `continued` when it began in a row above. */
export interface TablePlace {
  readonly column: number;
  readonly cell: DocumentCell;
  readonly continued: boolean;
}

/** What stands in every row of the grid from left to right, cells that reach down from above included. */
export function tablePlaces({ rows }: DocumentTable): TablePlace[][] {
  const places = rows.map((): TablePlace[] => []);
  for (const [rowIndex, row] of rows.entries()) {
    const own = places[rowIndex] ?? [];
    const covered = new Set(own.flatMap(({ column, cell }) => columnsOf(column, cell)));
    let column = 0;
    for (const cell of row) {
      while (covered.has(column)) column += 1;
      for (const [below, target] of places.slice(rowIndex, rowIndex + cell.rowSpan).entries()) {
        target.push({ column, cell, continued: below > 0 });
      }
      column += cell.columnSpan;
    }
    own.sort((one, other) => one.column - other.column);
  }
  return places;
}

function columnsOf(column: number, { columnSpan }: DocumentCell): number[] {
  return Array.from({ length: columnSpan }, (_, index) => column + index);
}
