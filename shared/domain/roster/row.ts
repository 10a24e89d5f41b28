import { z } from "zod";
import { dutySchema, sideSchema } from "../../protocol/commands/people.ts";
import { idSchema } from "../../protocol/ids.ts";
import { LIMITS } from "../../protocol/limits.ts";

const ROSTER_FIELDS = ["order", "name", "unit", "post", "side", "duties", "group", "seat"] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** What reading a file already knows to be worth telling about a row. */
export type ReadingNote = "row_hidden" | "unit_from_above";

/** One person as a file or a caller gave it: text, not yet judged. */
export interface RosterRow {
  /** Name of the sheet; null where the source has none. */
  readonly sheet: string | null;
  /** The row as the source numbers it, from 1. */
  readonly row: number;
  /** Rows numbered together, as one sheet or one section of it, share a part; parts stand in the order of the source. */
  readonly part: number;
  /** An absent field is a column the source does not have and says nothing; an empty one is a cell left blank. */
  readonly cells: Readonly<Partial<Record<RosterField, string>>>;
  readonly notes: readonly ReadingNote[];
}

/** Long enough to be told "too long" row by row instead of refusing the whole call. */
const cellText = z.string().max(1000);

/** What the one who imports has decided of a preview. */
export const rosterDecisionsSchema = z.strictObject({
  /** Rows of somebody new that are somebody on the roster under another name. `sheet` is null where the source has none. */
  renamed: z
    .array(
      z.strictObject({ sheet: z.string().max(100).nullable(), row: z.number().int(), personId: idSchema }),
    )
    .max(LIMITS.rosterRowsMax),
  /** People to be taken off the roster, as far as no row is about them. */
  removed: z.array(idSchema).max(LIMITS.peopleMax),
});
export type RosterDecisions = z.infer<typeof rosterDecisionsSchema>;
export type Rename = RosterDecisions["renamed"][number];

/** A roster given as JSON. What is wrong with one row is told in `rejected`, so texts are bounded here and judged when planned. */
export const rosterUploadSchema = z.strictObject({
  people: z
    .array(
      z.strictObject({
        order: z.number().int().min(0).max(1_000_000).optional(),
        name: cellText,
        unit: cellText,
        post: cellText.nullish(),
        side: sideSchema,
        duties: z.array(dutySchema).max(dutySchema.options.length).optional(),
        group: cellText.nullish(),
        seat: cellText.nullish(),
      }),
    )
    .min(1)
    .max(LIMITS.rosterRowsMax),
  decisions: rosterDecisionsSchema.optional(),
});
export type RosterUpload = z.infer<typeof rosterUploadSchema>;

/** The rows of a roster given as JSON, numbered from 1. A field left out says nothing, `null` clears. */
export function rowsOfUpload(upload: RosterUpload): RosterRow[] {
  return upload.people.map((person, index) => {
    const cells: Partial<Record<RosterField, string>> = {};
    for (const field of ROSTER_FIELDS) {
      const value = person[field];
      if (value === undefined) continue;
      cells[field] = value === null ? "" : Array.isArray(value) ? value.join("/") : String(value);
    }
    return { sheet: null, row: index + 1, part: 0, cells, notes: [] };
  });
}
