import { z } from "zod";
import { exportFileSchema, printedHeadSchema, sha256Schema } from "../../protocol/commands/exports.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** A file that somebody took. */
export const exportRecordSchema = z.strictObject({
  ...recordBase("export"),
  exportId: z.string(),
  file: exportFileSchema,
  /** Whose part of it alone; null: all of it. */
  unit: z.string().nullable(),
  bytes: z.number().int(),
  sha256: sha256Schema,
  madeFrom: printedHeadSchema,
  /**
   * The head before this taking and those right before it, which documents go on printing until something changes. Null where it
   * came about while the file was made: its hash is not known here.
   */
  lastChange: printedHeadSchema.nullable(),
  /** A person's id, or `organiser`. */
  takenBy: z.string(),
  takenAt: timestampSchema,
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;

export function exportRecordId(exportId: string): string {
  return `export:${exportId}`;
}
