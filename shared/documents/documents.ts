import type { DocumentFormat, DocumentName } from "../protocol/document-names.ts";
import { buildAssignments } from "./assignments/build-assignments.ts";
import { buildAttendance } from "./attendance/build-attendance.ts";
import { buildExperience } from "./experience/build-experience.ts";
import type { DocumentInput } from "./input.ts";
import { buildLists } from "./lists/build-lists.ts";
import { buildMinutes } from "./minutes/build-minutes.ts";
import type { DocumentModel } from "./model.ts";
import { buildResults } from "./results/build-results.ts";
import { buildStatistics } from "./statistics/build-statistics.ts";

/** What is said of a document: how it is built, and what it can be taken as. */
interface DocumentKind {
  readonly build: (input: DocumentInput) => DocumentModel;
  readonly formats: readonly DocumentFormat[];
}

/** Every document there is. */
export const DOCUMENTS: Readonly<Record<DocumentName, DocumentKind>> = {
  minutes: { build: buildMinutes, formats: ["docx", "pdf", "md", "json"] },
  results: { build: buildResults, formats: ["docx", "pdf", "pptx", "md", "json"] },
  experience: { build: buildExperience, formats: ["docx", "pdf", "md", "json"] },
  statistics: { build: buildStatistics, formats: ["docx", "pdf", "md", "json"] },
  lists: { build: buildLists, formats: ["docx", "pdf", "md", "json"] },
  assignments: { build: buildAssignments, formats: ["docx", "pdf", "md", "json"] },
  attendance: { build: buildAttendance, formats: ["docx", "pdf", "md", "json"] },
};

/** The document and the format that a file name asks for; null where there is no such file. */
export function documentOf(fileName: string): { name: DocumentName; format: DocumentFormat } | null {
  for (const [name, { formats }] of Object.entries(DOCUMENTS) as [DocumentName, DocumentKind][]) {
    const format = formats.find((one) => fileName === `${name}.${one}`);
    if (format !== undefined) return { name, format };
  }
  return null;
}
