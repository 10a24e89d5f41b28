import { DOCUMENT_NAMES, type DocumentName } from "../../../shared/protocol/document-names.ts";

export const DOCUMENT_GROUPS = ["summaries", "followUp", "attendance"] as const;
type DocumentGroup = (typeof DOCUMENT_GROUPS)[number];

/** What each document is wanted for. */
const GROUP_OF: Readonly<Record<DocumentName, DocumentGroup>> = {
  minutes: "summaries",
  results: "summaries",
  experience: "summaries",
  statistics: "summaries",
  lists: "followUp",
  assignments: "followUp",
  attendance: "attendance",
};

export function documentsIn(group: DocumentGroup): DocumentName[] {
  return DOCUMENT_NAMES.filter((name) => GROUP_OF[name] === group);
}
