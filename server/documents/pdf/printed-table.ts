import type { DocumentCell, DocumentRun } from "../../../shared/documents/model.ts";
import { type DocumentStyle, textWidthTwips } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import { type DocumentTable, type TablePlace, tablePlaces } from "../table-places.ts";
import type { PrintedCell, PrintedTable } from "./pieces.ts";
import { keyed, lineHalfWidths, plainShape, points, printedRuns } from "./shapes.ts";

/** A row of more lines may be parted by the end of a page; it would leave too much of one empty, or not fit any. */
const UNBROKEN_LINES_MAX = 12;

/** A table as wide as the text, every cell ruled, rows in one piece, the row of headings repeated on the next page. */
export function printedTable(table: DocumentTable, style: DocumentStyle): PrintedTable {
  const columns = columnWidths(table, points(textWidthTwips(style)));
  const places = tablePlaces(table);
  const isHeaded =
    places.length > 1 && (places[0] ?? []).every(({ cell }) => cell.header && cell.rowSpan === 1);
  const widthOf = ({ column, cell }: TablePlace) =>
    sum(columns.slice(column, column + cell.columnSpan)) - 2 * points(style.table.cellPaddingTwips);
  const isTall = (place: TablePlace) => linesOf(place.cell, widthOf(place), style) > UNBROKEN_LINES_MAX;
  const rows = places.map((row) => {
    // What reaches down from above makes this row as tall as it needs.
    const rowBreaks = row.some(isTall);
    return row
      .filter(({ continued }) => !continued)
      .map((place) => {
        const breaks = rowBreaks || place.cell.rowSpan > 1;
        return printedCell(place.cell, { breaks, width: widthOf(place) }, style);
      });
  });
  return {
    kind: "table",
    columns,
    rule: style.table.ruleEighthPoints / 8,
    padding: points(style.table.cellPaddingTwips),
    leading: points(style.table.linePitchTwips) - style.table.sizeHalfPoints / 2,
    headCells: isHeaded ? (rows[0] ?? []) : [],
    cells: (isHeaded ? rows.slice(1) : rows).flat(),
  };
}

/** By the table's shares of the width. */
function columnWidths({ columns, shares }: DocumentTable, width: number): number[] {
  const known = shares ?? Array.from({ length: columns }, () => 1);
  return known.map((share) => (width * share) / sum(known));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function printedCell(
  cell: DocumentCell,
  place: Pick<PrintedCell, "breaks" | "width">,
  style: DocumentStyle,
): PrintedCell {
  const { columnSpan, rowSpan, header, paragraphs, key } = cell;
  const shape = plainShape(style, style.table);
  const role = header ? "label" : "body";
  return {
    ...keyed(key),
    columnSpan,
    rowSpan,
    ...place,
    shape: header ? { ...shape, align: "center" } : shape,
    paragraphs: paragraphs.map((runs) => printedRuns(runs, role)),
  };
}

/** About how many lines a cell takes. */
function linesOf({ paragraphs }: DocumentCell, width: number, style: DocumentStyle): number {
  const lineChars = lineHalfWidths(plainShape(style, style.table), width) / 2;
  const lines = (runs: readonly DocumentRun[]) =>
    sum(
      runs
        .map(({ text }) => text)
        .join("")
        .split("\n")
        .map((line) => Math.max(1, Math.ceil(typeWidth(line) / lineChars))),
    );
  return sum(paragraphs.map(lines));
}
