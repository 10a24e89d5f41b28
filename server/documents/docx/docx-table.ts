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
import { type MinutesTable, type TablePlace, tablePlaces } from "../table-places.ts";
import { paragraph } from "./docx-paragraph.ts";
import { type RunFormat, textRuns } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";
import { type DocumentStyle, textWidthTwips } from "./style.ts";

/** A table as wide as the text, every cell ruled, the rows of headings repeated on the next page. */
export function tableOf(table: MinutesTable, style: DocumentStyle): Table {
  const columnTwips = Math.floor(textWidthTwips(style) / table.columns);
  const rule = { style: BorderStyle.SINGLE, size: style.table.ruleEighthPoints, color: "000000" };
  const padding = style.table.cellPaddingTwips;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnTwips * table.columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: table.columns }, () => columnTwips),
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
          children: places.map((place) => tableCell(place, columnTwips, style)),
        }),
    ),
  });
}

function tableCell({ cell, continued }: TablePlace, columnTwips: number, style: DocumentStyle): TableCell {
  const { fonts, table } = style;
  const format: RunFormat = {
    font: cell.header ? fonts.label : fonts.body,
    sizeHalfPoints: table.sizeHalfPoints,
  };
  const paragraphs = continued ? [[]] : cell.paragraphs;
  return new TableCell({
    width: { size: columnTwips * cell.columnSpan, type: WidthType.DXA },
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
