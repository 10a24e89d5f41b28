import type { DocumentFormat } from "../../shared/protocol/document-names.ts";

export const CONTENT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
};
