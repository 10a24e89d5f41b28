import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { askerSchema } from "../askers/askers.ts";
import { followupFields, ledgerImportRecordSchema, progressRecordSchema } from "./records.ts";

const base = {
  ...z.strictObject(followupFields).pick({
    id: true,
    kind: true,
    rev: true,
    followupId: true,
    number: true,
    text: true,
    nature: true,
    topics: true,
    gist: true,
    leadUnit: true,
    supportUnits: true,
    personInCharge: true,
    leaderInCharge: true,
    dueAt: true,
    evidence: true,
    openedAt: true,
  }).shape,
  /** The units that asked, as far as the viewer may know. */
  askerUnits: z.array(z.string()),
  /** The viewer alone, on the viewer's own. */
  askers: z.array(askerSchema).optional(),
  mine: z.literal(true).optional(),
};

/** A row of the ledger as a viewer may get it, in the states of the record. */
export const followupViewSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...base, status: z.literal("new") }),
  z.strictObject({ ...base, status: z.literal("underway"), reopenReason: z.string().nullable() }),
  z.strictObject({ ...base, status: z.literal("done"), doneAt: timestampSchema }),
  z.strictObject({
    ...base,
    status: z.literal("cleared"),
    doneAt: timestampSchema.nullable(),
    clearedAt: timestampSchema,
    clearReason: z.string().nullable(),
  }),
]);
export type FollowupView = z.infer<typeof followupViewSchema>;

/** Who reported is for staff; others see the unit. */
export const progressViewSchema = progressRecordSchema
  .pick({
    id: true,
    kind: true,
    rev: true,
    entryId: true,
    followupId: true,
    text: true,
    unit: true,
    postedAt: true,
  })
  .extend(progressRecordSchema.pick({ postedBy: true }).exactPartial().shape);
export type ProgressView = z.infer<typeof progressViewSchema>;

/** That there was an import, and whose; how rows stood before is for nobody. */
export const ledgerImportViewSchema = ledgerImportRecordSchema.pick({
  id: true,
  kind: true,
  rev: true,
  importId: true,
  importedBy: true,
  importedAt: true,
});
export type LedgerImportView = z.infer<typeof ledgerImportViewSchema>;
