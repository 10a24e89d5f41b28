import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import { type DocumentStyle, textWidthTwips } from "../style/style.ts";
import { type DocumentTable, type TablePlace, tablePlaces } from "../table-places.ts";
import { paragraph } from "./docx-paragraph.ts";
import { type RunFormat, textRuns } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";

/** A table as wide as the text, every cell ruled, no row broken that fits a page, the headings repeated on the next. */
export function tableOf(table: DocumentTable, style: DocumentStyle): Table {
  const columnsTwips = columnWidthsTwips(table, textWidthTwips(style));
  const rule = { style: BorderStyle.SINGLE, size: style.table.ruleEighthPoints, color: "000000" };
  const padding = style.table.cellPaddingTwips;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(columnsTwips), type: WidthType.DXA },
    columnWidths: columnsTwips,
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    margins: { left: padding, right: padding, marginUnitType: WidthType.DXA },
    rows: tablePlaces(table).map(
      (places, index) =>
        new TableRow({
          ...(index === 0 && places.every(({ cell }) => cell.header) ? { tableHeader: true } : {}),
          cantSplit: true,
          children: places.map((place) => tableCell(place, columnsTwips, style)),
        }),
    ),
  });
}

/** By the table's shares, whole twips of a width. */
function columnWidthsTwips({ columns, shares }: DocumentTable, widthTwips: number): number[] {
  const known = shares ?? Array.from({ length: columns }, () => 1);
  return known.map((share) => Math.floor((widthTwips * share) / sum(known)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function tableCell(
  { column, cell, continued }: TablePlace,
  columnsTwips: readonly number[],
  style: DocumentStyle,
): TableCell {
  const { fonts, table } = style;
  const format: RunFormat = {
    font: cell.header ? fonts.label : fonts.body,
    sizeHalfPoints: table.sizeHalfPoints,
  };
  const paragraphs = continued ? [[]] : cell.paragraphs;
  return new TableCell({
    width: { size: sum(columnsTwips.slice(column, column + cell.columnSpan)), type: WidthType.DXA },
    columnSpan: cell.columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.rowSpan > 1
      ? { verticalMerge: continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }
      : {}),
    children: paragraphs.map((runs) =>
      paragraph(
        { style: STYLE.tableText, ...(cell.header ? { alignment: "center" } : {}) },
        textRuns(runs, format, style),
      ),
    ),
  });
}
