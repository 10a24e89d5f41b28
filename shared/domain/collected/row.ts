import { z } from "zod";
import { idSchema } from "../../protocol/ids.ts";
import { LIMITS } from "../../protocol/limits.ts";

export const COLLECTED_FIELDS = ["order", "text", "askerUnit", "askerName", "nature", "unit"] as const;
export type CollectedField = (typeof COLLECTED_FIELDS)[number];

/** One question as a list has it: text, not yet judged. */
export interface CollectedRow {
  /** Name of the sheet; null where the source has none. */
  readonly sheet: string | null;
  /** The row as the source numbers it, from 1. */
  readonly row: number;
  /** An absent field is a column the source does not have. */
  readonly cells: Readonly<Partial<Record<CollectedField, string>>>;
  readonly notes: readonly CollectedReadingNote[];
}

/** What reading a file already knows to be worth telling about a row. */
export type CollectedReadingNote = "row_hidden" | "unit_from_above";

const written = z.string().max(1000);

/** What the one who imports has decided of a preview; each holds for every row that has the same written. */
export const collectedDecisionsSchema = z.strictObject({
  /** Who asked, by unit and name as they are written; null: nobody of the roster, it is asked in the name of the staff. */
  askers: z
    .array(z.strictObject({ unit: written, name: written, personId: idSchema.nullable() }))
    .max(LIMITS.collectedRowsMax),
  /** Which unit is meant by what is written; null: none, it is left open. */
  units: z
    .array(z.strictObject({ written, unit: z.string().max(LIMITS.unitMaxChars).nullable() }))
    .max(LIMITS.collectedRowsMax),
});
export type CollectedDecisions = z.infer<typeof collectedDecisionsSchema>;
