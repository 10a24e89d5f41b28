import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { ledgerFile } from "../../../shared/messages/ledger/zh-CN.ts";

type Column = keyof (typeof ledgerFile)["columns"] | "origin";

/** A sheet with cells written otherwise, rows from 0. */
export function edited(model: SheetModel, row: number, cells: Partial<Record<Column, string>>): SheetModel {
  const changed = [...(model.rows[row] ?? [])];
  for (const [column, text] of Object.entries(cells)) changed[columnAt(model, column as Column)] = text;
  return withRows(model, model.rows.with(row, changed));
}

export function withRows(model: SheetModel, rows: SheetModel["rows"]): SheetModel {
  return { ...model, rows };
}

/** A sheet without some of its columns. */
export function withoutColumns(model: SheetModel, ...columns: readonly Column[]): SheetModel {
  const gone = columns.map((column) => columnAt(model, column));
  const kept = <T>(cells: readonly T[]) => cells.filter((_cell, at) => !gone.includes(at));
  return { ...model, columns: kept(model.columns), rows: model.rows.map(kept) };
}

export function columnAt(model: SheetModel, column: Column): number {
  const heading = column === "origin" ? ledgerFile.origin : ledgerFile.columns[column];
  return model.columns.findIndex((one) => one.heading === heading);
}
