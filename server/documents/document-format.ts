/** Formats of a document, named as their file extension. */
export type DocumentFormat = "docx" | "md" | "json";

export const CONTENT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
};
