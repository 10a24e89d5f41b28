import type { DocumentFormat, DocumentName } from "../protocol/document-names.ts";
import { draftAssignments } from "./assignments/draft-assignments.ts";
import { draftAttendance } from "./attendance/draft-attendance.ts";
import { draftExperience } from "./experience/draft-experience.ts";
import { draftLists } from "./lists/draft-lists.ts";
import { draftMinutes } from "./minutes/draft-minutes.ts";
import { draftResults } from "./results/draft-results.ts";
import type { DocumentDraft, DraftInput } from "./sections/draft.ts";
import { draftStatistics } from "./statistics/draft-statistics.ts";

/** What can be said in a document's setup beside the order of its sections and which are hidden. */
export type DocumentSwitch = "redHead" | "grouping" | "namesAskers" | "disclosure";

/** What is said of a document: how it is built, what it can be taken as, and which switches its setup has. */
interface DocumentKind {
  readonly draft: (input: DraftInput) => DocumentDraft;
  readonly formats: readonly DocumentFormat[];
  readonly switches: readonly DocumentSwitch[];
}

const OF_QUESTIONS = ["namesAskers", "disclosure"] as const;

/** Every document there is. */
export const DOCUMENTS: Readonly<Record<DocumentName, DocumentKind>> = {
  minutes: {
    draft: draftMinutes,
    formats: ["docx", "pdf", "md", "json"],
    switches: ["redHead", "grouping", ...OF_QUESTIONS],
  },
  results: { draft: draftResults, formats: ["docx", "pdf", "pptx", "md", "json"], switches: OF_QUESTIONS },
  experience: { draft: draftExperience, formats: ["docx", "pdf", "md", "json"], switches: [] },
  statistics: { draft: draftStatistics, formats: ["docx", "pdf", "md", "json"], switches: [] },
  lists: { draft: draftLists, formats: ["docx", "pdf", "md", "json"], switches: OF_QUESTIONS },
  assignments: { draft: draftAssignments, formats: ["docx", "pdf", "md", "json"], switches: OF_QUESTIONS },
  attendance: { draft: draftAttendance, formats: ["docx", "pdf", "md", "json"], switches: [] },
};

/** Whether a document has a part for each unit, which can be asked for alone. */
export function hasPartsOfUnits(name: DocumentName): boolean {
  return name === "assignments";
}

/** The document and the format that a file name asks for; null where there is no such file. */
export function documentOf(fileName: string): { name: DocumentName; format: DocumentFormat } | null {
  for (const [name, { formats }] of Object.entries(DOCUMENTS) as [DocumentName, DocumentKind][]) {
    const format = formats.find((one) => fileName === `${name}.${one}`);
    if (format !== undefined) return { name, format };
  }
  return null;
}
