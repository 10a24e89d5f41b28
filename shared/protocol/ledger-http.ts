import { z } from "zod";
import { idSchema } from "./ids.ts";
import { timestampSchema } from "./timestamp.ts";

/** Bodies of the calls about ledgers as spreadsheets. */

const rowPlace = { sheet: z.string().nullable(), row: z.number().int() };

/** What importing a returned ledger did, or with `dryRun` would do; `rows` has every row of the file, in its order. */
export const ledgerReplySchema = z.strictObject({
  /** By which the import is taken back. */
  importId: idSchema,
  rows: z.array(
    z.looseObject({
      ...rowPlace,
      /** Null where the file does not say one. */
      number: z.number().int().nullable(),
      /** `conflict`: both were changed; what was here stays unless `decisions` say otherwise. `refused`: nothing was taken. */
      result: z.enum(["changed", "unchanged", "conflict", "refused"]),
      reason: z.string().optional(),
    }),
  ),
  /** Numbers of rows here that the file says nothing of. */
  absent: z.array(z.number().int()),
  sheets: z.array(
    z.looseObject({ sheet: z.string().nullable(), outcome: z.enum(["read", "hidden", "no_table"]) }),
  ),
});

/** The rows of the ledgers of several sessions. */
export const classLedgerReplySchema = z.strictObject({
  /** By which lamps are told. */
  now: timestampSchema,
  rows: z.array(
    z.strictObject({
      sessionId: idSchema,
      title: z.string(),
      /** When its session was opened from an archive: the row goes on where the session was held. */
      openedAt: timestampSchema.optional(),
      followupId: idSchema,
      number: z.number().int(),
      text: z.string(),
      leadUnit: z.string().nullable(),
      supportUnits: z.array(z.string()),
      personInCharge: z.string().nullable(),
      dueAt: timestampSchema.nullable(),
      status: z.enum(["new", "underway", "done", "cleared"]),
    }),
  ),
});
export type ClassLedgerReply = z.infer<typeof classLedgerReplySchema>;
