import { z } from "zod";
import { natureSchema } from "../../protocol/commands/questions.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { askerSchema } from "../askers/askers.ts";
import { recordBase } from "../record-base.ts";

/** What a row has in every state. */
export const followupFields = {
  ...recordBase("followup"),
  /** As the question it came from. */
  followupId: z.string(),
  /** Its lasting number in the ledger, from 1. */
  number: z.number().int().min(1),
  text: z.string(),
  nature: natureSchema.nullable(),
  topics: z.array(z.string()),
  askers: z.array(askerSchema).min(1),
  /** What was said aloud, in short. */
  gist: z.string().nullable(),
  leadUnit: z.string().nullable(),
  supportUnits: z.array(z.string()),
  personInCharge: z.string().nullable(),
  leaderInCharge: z.string().nullable(),
  dueAt: timestampSchema.nullable(),
  evidence: z.string().nullable(),
  openedAt: timestampSchema,
};

/** A row of the ledger: 新增, 推进中, 已办结, 已销号. */
export const followupRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...followupFields, status: z.literal("new") }),
  z.strictObject({ ...followupFields, status: z.literal("underway"), reopenReason: z.string().nullable() }),
  z.strictObject({ ...followupFields, status: z.literal("done"), doneAt: timestampSchema }),
  z.strictObject({
    ...followupFields,
    status: z.literal("cleared"),
    doneAt: timestampSchema.nullable(),
    clearedAt: timestampSchema,
    /** Why staff cleared it; null where the asker's side agreed. */
    clearReason: z.string().nullable(),
  }),
]);
export type FollowupRecord = z.infer<typeof followupRecordSchema>;

/** One entry of what has been done about a row. */
export const progressRecordSchema = z.strictObject({
  ...recordBase("progress"),
  entryId: z.string(),
  followupId: z.string(),
  text: z.string(),
  /** The unit that reports; null for staff. */
  unit: z.string().nullable(),
  postedBy: z.string(),
  postedAt: timestampSchema,
});
export type ProgressRecord = z.infer<typeof progressRecordSchema>;

/** The ledger's counter, so that a number is never given twice. */
export const ledgerRecordSchema = z.strictObject({
  ...recordBase("ledger"),
  lastNumber: z.number().int().min(0),
});
export type LedgerRecord = z.infer<typeof ledgerRecordSchema>;

/** The last returned file that was taken in, as long as it can be taken back: how the rows stood that it changed. */
export const ledgerImportRecordSchema = z.strictObject({
  ...recordBase("ledgerImport"),
  importId: z.string(),
  importedBy: z.string(),
  importedAt: timestampSchema,
  rows: z.array(z.strictObject({ before: followupRecordSchema, entryIds: z.array(z.string()) })),
});
export type LedgerImportRecord = z.infer<typeof ledgerImportRecordSchema>;

export const LEDGER_IMPORT_RECORD_ID = "ledgerImport:last";

export const LEDGER_RECORD_ID = "ledger:this";

export function followupRecordId(followupId: string): string {
  return `followup:${followupId}`;
}

export function progressRecordId(entryId: string): string {
  return `progress:${entryId}`;
}
