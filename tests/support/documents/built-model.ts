import { buildDocument } from "../../../shared/documents/build-document.ts";
import type { DocumentInput } from "../../../shared/documents/input.ts";
import type { AttendanceLine, DocumentModel } from "../../../shared/documents/model.ts";
import {
  DEFAULT_DOCUMENT_SETUP,
  type DocumentEditRecord,
  type DocumentSetup,
  documentEditRecordId,
  documentSetupRecordId,
} from "../../../shared/domain/documents/records.ts";
import type { DocumentName } from "../../../shared/protocol/document-names.ts";
import { STARTS_AT } from "../sample/minutes-evening.ts";

/** The document alone. */
export function modelOf(name: DocumentName, input: DocumentInput): DocumentModel {
  return buildDocument(name, input).model;
}

export function attendanceIn({ blocks }: DocumentModel): readonly AttendanceLine[] {
  return blocks.flatMap((block) => (block.kind === "attendance" ? block.lines : []));
}

/** The input with a document set up otherwise. */
export function withSetup(
  input: DocumentInput,
  documentName: DocumentName,
  setup: Partial<DocumentSetup>,
): DocumentInput {
  const record = {
    id: documentSetupRecordId(documentName),
    kind: "documentSetup",
    rev: 9,
    documentName,
    ...DEFAULT_DOCUMENT_SETUP,
    ...setup,
  } as const;
  return { ...input, records: [...input.records, record] };
}

/** The input with one place of a document worded otherwise. */
export function withEdit(
  input: DocumentInput,
  documentName: DocumentName,
  { key, source, text }: Pick<DocumentEditRecord, "key" | "source" | "text">,
): DocumentInput {
  const record: DocumentEditRecord = {
    id: documentEditRecordId(documentName, key),
    kind: "documentEdit",
    rev: 9,
    documentName,
    key,
    source,
    text,
    editedBy: "clerk",
    editedAt: STARTS_AT,
  };
  return { ...input, records: [...input.records, record] };
}
