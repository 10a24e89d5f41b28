import { z } from "zod";
import {
  documentDisclosureSchema,
  documentGroupingSchema,
  documentNameSchema,
  redHeadFields,
} from "../../protocol/commands/documents.ts";
import type { DocumentName } from "../../protocol/document-names.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { type Bare, recordBase } from "../record-base.ts";

/** How one document is set up; there is none before somebody changes something. */
export const documentSetupRecordSchema = z.strictObject({
  ...recordBase("documentSetup"),
  documentName: documentNameSchema,
  redHead: z.strictObject(redHeadFields).nullable(),
  grouping: documentGroupingSchema,
  namesAskers: z.boolean(),
  disclosure: documentDisclosureSchema,
  /** Keys of sections in their order; each other one stands behind what it is built behind. */
  sections: z.array(z.string()),
  hidden: z.array(z.string()),
});
export type DocumentSetupRecord = z.infer<typeof documentSetupRecordSchema>;

/** How somebody worded one place of a document. */
export const documentEditRecordSchema = z.strictObject({
  ...recordBase("documentEdit"),
  documentName: documentNameSchema,
  key: z.string(),
  /** What was built there when it was worded so. */
  source: z.string(),
  /** Empty: left out. */
  text: z.string(),
  editedBy: z.string(),
  editedAt: timestampSchema,
});
export type DocumentEditRecord = z.infer<typeof documentEditRecordSchema>;

export type DocumentSetup = Omit<Bare<DocumentSetupRecord>, "documentName">;
export type RedHead = NonNullable<DocumentSetup["redHead"]>;

export const EMPTY_RED_HEAD: RedHead = { sign: null, serial: null, issuer: null, issuedOn: null, copyTo: [] };

export const DEFAULT_DOCUMENT_SETUP: DocumentSetup = {
  redHead: null,
  grouping: "room",
  namesAskers: true,
  disclosure: "open",
  sections: [],
  hidden: [],
};

export function documentSetupRecordId(name: DocumentName): string {
  return `documentSetup:${name}`;
}

export function documentEditRecordId(name: DocumentName, key: string): string {
  return `documentEdit:${name}:${key}`;
}
