import type { DocumentName } from "../protocol/document-names.ts";
import { DOCUMENTS } from "./documents.ts";
import type { DocumentInput } from "./input.ts";
import type { DocumentModel } from "./model.ts";
import type { DocumentOutline } from "./outline.ts";

export interface BuiltDocument {
  readonly model: DocumentModel;
  readonly outline: DocumentOutline;
}

/** A document as its records, its setup and its wordings make it. */
export function buildDocument(name: DocumentName, input: DocumentInput): BuiltDocument {
  return { model: DOCUMENTS[name].build(input), outline: { sections: [], missing: [], edits: [] } };
}
