import type { SheetFormat } from "../../shared/documents/sheets/names.ts";

export const SHEET_CONTENT_TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};
