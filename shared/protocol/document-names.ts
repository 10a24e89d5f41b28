/** What may be taken of a session, named as in the address: `minutes.docx`. */
export const DOCUMENT_NAMES = [
  "minutes",
  "results",
  "experience",
  "statistics",
  "lists",
  "assignments",
  "attendance",
] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** Formats of a document, named as their file extension. */
export const DOCUMENT_FORMATS = ["docx", "pdf", "md", "json"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The key of a document's title, which is never left out. */
export const TITLE_KEY = "title";
