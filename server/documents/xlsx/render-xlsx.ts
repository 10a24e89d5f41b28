import writeXlsxFile, { type CellObject, type Row, type Sheet } from "write-excel-file/node";
import { cleanText } from "../../../shared/documents/clean-text.ts";
import type { SheetColumn, SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { fixZipDates } from "../docx/zip-dates.ts";
import { HEAD_ROWS, lampRules } from "./lamp-rules.ts";
import { rowHeight } from "./row-height.ts";
import { sheetFeature } from "./sheet-feature.ts";
import type { WrittenContent } from "./written-content.ts";

const BORDER = { borderStyle: "thin", borderColor: "#b9c0c5" } as const;
const HEAD = {
  ...BORDER,
  fontWeight: "bold",
  align: "center",
  alignVertical: "center",
  wrap: true,
  backgroundColor: "#e3f0f4",
} as const;
const BODY = { ...BORDER, alignVertical: "top", wrap: true } as const;
/** Of the fonts that offices have, the one tables are set in. */
const FONT = { fontFamily: "宋体", fontSize: 10 } as const;
const TITLE_POINTS = 16;
const NOTE_POINTS = 9;

/**
 * A workbook: title, how it is filled in, headings that stay in sight with filters, choices, dates that are dates, lamps, set up
 * for printing. Every text is a text, whatever it begins with. The same sheet is the same bytes.
 */
export async function renderXlsx(model: SheetModel): Promise<Buffer> {
  const sheet: Sheet<WrittenContent> = {
    sheet: model.sheetName,
    data: [
      [{ type: String, value: textOf(model.title), fontWeight: "bold", fontSize: TITLE_POINTS, height: 26 }],
      [{ type: String, value: textOf(model.note), fontSize: NOTE_POINTS, height: 18 }],
      model.columns.map(({ heading }) => ({ type: String, value: textOf(heading), height: 30, ...HEAD })),
      ...model.rows.map((row) => {
        const height = rowHeight(model.columns, row);
        return model.columns.map((column, index) => ({ ...cellOf(column, row[index] ?? ""), height }));
      }),
    ],
    columns: model.columns.map(({ width }) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: model.heldColumns,
    ...(model.lamp !== null && { conditionalFormatting: lampRules(model) }),
  };
  const choices: Sheet<WrittenContent> = { sheet: model.choicesName, data: choiceRows(model) };
  const options = { ...FONT, features: [sheetFeature(model)] };
  return fixZipDates(await writeXlsxFile([sheet, choices], options).toBuffer());
}

function cellOf({ kind }: SheetColumn, text: string): CellObject {
  if (text === "") return { ...BODY };
  switch (kind) {
    case "number":
      return { type: Number, value: Number(text), align: "center", ...BODY };
    case "date":
      return {
        type: Date,
        value: new Date(`${text}T00:00:00Z`),
        format: "yyyy-mm-dd",
        align: "center",
        ...BODY,
      };
    case "text":
      return { type: String, value: textOf(text), ...BODY };
  }
}

/** What `_x000D_` would be read as is written so that it stays what it is. */
function textOf(text: string): string {
  return cleanText(text).replace(/_x(?=[0-9A-Fa-f]{4}_)/gu, "_x005F_x");
}

/** Each column of choices in a column of its own, at the place it has in the sheet. */
function choiceRows({ columns }: SheetModel): Row[] {
  const most = Math.max(1, ...columns.map(({ choices }) => choices?.values.length ?? 0));
  return Array.from({ length: most }, (_, index) =>
    columns.map(({ choices }) => {
      const value = choices?.values[index];
      return value === undefined ? null : { type: String, value: textOf(value) };
    }),
  );
}
