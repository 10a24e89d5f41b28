import { documentOf } from "../../shared/documents/documents.ts";
import { SHEET_FORMATS, type SheetFormat } from "../../shared/documents/sheets/names.ts";
import type { Action } from "../../shared/protocol/actions.ts";
import type { DocumentFormat, DocumentName } from "../../shared/protocol/document-names.ts";
import { CONTENT_TYPES } from "../documents/document-format.ts";
import { SHEET_CONTENT_TYPES } from "../documents/sheet-format.ts";

/** A file that can be taken of a session, by its name in the address. */
export type ExportFile =
  | { readonly kind: "document"; readonly name: DocumentName; readonly format: DocumentFormat }
  | { readonly kind: "ledger"; readonly format: SheetFormat }
  | { readonly kind: "attendanceSheet" }
  | { readonly kind: "assignmentsByUnit" }
  | { readonly kind: "archive" };

/** Null where there is no such file. */
export function exportFileOf(fileName: string): ExportFile | null {
  if (fileName === "archive.zip") return { kind: "archive" };
  if (fileName === "assignments.zip") return { kind: "assignmentsByUnit" };
  if (fileName === "attendance.xlsx") return { kind: "attendanceSheet" };
  const format = SHEET_FORMATS.find((one) => fileName === `ledger.${one}`);
  if (format !== undefined) return { kind: "ledger", format };
  const document = documentOf(fileName);
  return document === null ? null : { kind: "document", ...document };
}

/** What whoever takes it must be allowed. */
export function accessFor({ kind }: ExportFile): Action {
  switch (kind) {
    case "archive":
      return { type: "archive.read" };
    case "ledger":
      return { type: "ledger.read" };
    case "document":
    case "attendanceSheet":
    case "assignmentsByUnit":
      return { type: "documents.export" };
  }
}

const PACKED = "application/zip";

export function contentTypeOf(file: ExportFile): string {
  switch (file.kind) {
    case "document":
      return CONTENT_TYPES[file.format];
    case "ledger":
      return SHEET_CONTENT_TYPES[file.format];
    case "attendanceSheet":
      return SHEET_CONTENT_TYPES.xlsx;
    case "archive":
    case "assignmentsByUnit":
      return PACKED;
  }
}
