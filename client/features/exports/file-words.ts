import { documentOf } from "../../../shared/documents/documents.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";

/** What a file is called that its address calls `fileName`; that itself where it is none of today's. */
export function fileWords(fileName: string, { documents, exports }: AllMessages): string {
  const { files } = exports;
  const [name, format = ""] = fileName.split(".");
  if (fileName === "assignments.zip") return files.assignmentsByUnit;
  if (fileName === "attendance.xlsx") return files.attendanceSheet;
  if (fileName === "archive.zip") return files.archive;
  if (name === "ledger") return files.ledger(format);
  if (name === "classLedger") return files.classLedger(format);
  const document = documentOf(fileName);
  if (document === null) return fileName;
  return documents.fileOf(documents.names[document.name], documents.formats[document.format]);
}
