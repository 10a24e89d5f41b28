import { cleanText } from "../../shared/documents/clean-text.ts";
import type { DocumentModel } from "../../shared/documents/model.ts";

/** The document with every text in it clean; renderers begin with it, wherever the texts came from. */
export function cleanDocument(document: DocumentModel): DocumentModel {
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === "string" ? cleanText(value) : value,
  ) as DocumentModel;
}
