import { buildAttendanceSheet } from "../../shared/documents/attendance/attendance-sheet.ts";
import { cleanText } from "../../shared/documents/clean-text.ts";
import type { DocumentOptions } from "../../shared/documents/options.ts";
import { csvOf } from "../../shared/documents/sheets/csv.ts";
import { buildLedgerSheet } from "../../shared/documents/sheets/ledger-sheet.ts";
import type { SheetFormat } from "../../shared/documents/sheets/names.ts";
import type { SheetModel } from "../../shared/documents/sheets/sheet-model.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import { ledgerFile } from "../../shared/messages/ledger/zh-CN.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { textDigest } from "../text-digest.ts";
import type { DocumentFile } from "./make-document.ts";
import { renderXlsx } from "./xlsx/render-xlsx.ts";

/** The ledgers of one session or of several, as a process is handed them. */
export interface SheetTask {
  readonly format: SheetFormat;
  /** The records of each. */
  readonly sources: readonly (readonly AnyRecord[])[];
  readonly unit: string | null;
  readonly isOfClass: boolean;
  /** Who takes it and when, as `LedgerSheetInput` has it; absent: nobody is named. */
  readonly watermark?: string;
}

/** The roster of one session with who came, likewise. */
export interface AttendanceSheetTask {
  readonly records: readonly AnyRecord[];
  readonly options: DocumentOptions;
}

export async function makeSheet({
  format,
  sources,
  unit,
  isOfClass,
  watermark,
}: SheetTask): Promise<DocumentFile> {
  const sheet = buildLedgerSheet({
    sources: sources.map((records) => ({ records })),
    unit,
    isOfClass,
    words: ledgerFile,
    digestOf: textDigest,
    ...(watermark !== undefined && { watermark }),
  });
  const bytes = format === "xlsx" ? await renderXlsx(sheet) : Buffer.from(csvOf(linesOf(sheet)), "utf8");
  return { title: sheet.title, bytes };
}

export async function makeAttendanceSheet({ records, options }: AttendanceSheetTask): Promise<DocumentFile> {
  const { page, choices } = ledgerFile;
  const input = { records, notes: [], options, messages: zhCN };
  const sheet = buildAttendanceSheet(input, { page, choices });
  return { title: sheet.title, bytes: await renderXlsx(sheet) };
}

/** Headings and rows alone: what stands above them would be a row to the next program. */
function linesOf({ columns, rows }: SheetModel): string[][] {
  return [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(cleanText));
}
