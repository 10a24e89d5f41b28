import { z } from "zod";
import { idSchema } from "./ids.ts";
import { timestampSchema } from "./timestamp.ts";

const countSchema = z.int().nonnegative();

/** What is in an archive that was brought in; with `dryRun` nothing was opened. */
export const archiveReplySchema = z.strictObject({
  sessionId: idSchema,
  title: z.string(),
  startsAt: timestampSchema.nullable(),
  place: z.string().nullable(),
  /** Whether it had been sealed when its archive was made, or was still going on. */
  status: z.enum(["open", "sealed"]),
  createdAt: timestampSchema,
  isRehearsal: z.boolean(),
  /** On the roster, and those of them who had come. */
  people: countSchema,
  arrived: countSchema,
  rooms: countSchema,
  questions: countSchema,
  /** Rows of the ledger. */
  followups: countSchema,
  /** Rooms with notes, and the earlier versions of those. */
  notes: countSchema,
  versions: countSchema,
  /** Where the journal ends: what the footer of the printed minutes says. */
  journal: z.strictObject({ head: countSchema, hash: z.string() }),
  /** Whether the session was here before, as one that was held here or one that was opened. */
  here: z.enum(["held", "opened"]).nullable(),
});
export type ArchiveReply = z.infer<typeof archiveReplySchema>;
