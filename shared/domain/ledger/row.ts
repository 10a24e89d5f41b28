import { z } from "zod";
import { LIMITS } from "../../protocol/limits.ts";
import type { Calendar } from "./day.ts";
import type { LedgerField } from "./fields.ts";

/** A column of a file: one of the ledger's, or the last, which says where its row comes from. */
export type FileField = LedgerField | "origin";

/** What reading a file already knows to be worth telling about a row. */
export type LedgerReadingNote = "row_hidden" | "merged_down";

/** One row as a file has it: text, not yet judged. */
export interface ReturnedRow {
  /** Name of the sheet; null where the source has none. */
  readonly sheet: string | null;
  /** The row as the source numbers it, from 1. */
  readonly row: number;
  readonly calendar: Calendar;
  /** An absent field is a column the source does not have. */
  readonly cells: Readonly<Partial<Record<FileField, string>>>;
  /** Cells lie merged in which what belongs to which cannot be told. */
  readonly isMerged: boolean;
  readonly notes: readonly LedgerReadingNote[];
}

/** What the one who imports has decided of a preview. */
export const ledgerDecisionsSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        number: z.number().int().min(1),
        /** As the preview had it; a row that is another by now stays as it is here. */
        rev: z.number().int().min(0),
        /** Whose cells hold where both are others. */
        take: z.enum(["file", "here"]),
      }),
    )
    .max(LIMITS.ledgerRowsMax),
});
export type LedgerDecisions = z.infer<typeof ledgerDecisionsSchema>;
