import { DEFAULT_DOCUMENT_SETUP, type DocumentSetup } from "../domain/documents/records.ts";
import type { AnyRecord } from "../domain/records.ts";
import type { DocumentName } from "../protocol/document-names.ts";
import { ofKind } from "./of-kind.ts";

/** How a document is set up among a session's records; by default where nobody has said anything. */
export function setupOf(name: DocumentName, records: readonly AnyRecord[]): DocumentSetup {
  const known = ofKind(records, "documentSetup").find(({ documentName }) => documentName === name);
  return known ?? DEFAULT_DOCUMENT_SETUP;
}
