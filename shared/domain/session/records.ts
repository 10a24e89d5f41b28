import { z } from "zod";
import { settingsSchema } from "../../protocol/commands/session.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

const base = {
  ...recordBase("session"),
  sessionId: z.string(),
  title: z.string(),
  startsAt: timestampSchema.nullable(),
  place: z.string().nullable(),
  settings: settingsSchema,
  createdAt: timestampSchema,
  /** The session that this one is a rehearsal (演练) of. Absent: it is none. */
  rehearsalOf: z.string().optional(),
  /** When the archive that this session is read from was opened here. No record is stored with it. Absent: it was held here. */
  openedAt: timestampSchema.optional(),
};

/** The one record a session always has. Sealed: nothing in it changes any more. */
export const sessionRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...base, status: z.literal("open") }),
  z.strictObject({ ...base, status: z.literal("sealed"), sealedAt: timestampSchema }),
]);
export type SessionRecord = z.infer<typeof sessionRecordSchema>;

/** Whether nothing of a session may change any more, its ledger aside where it is sealed. */
export function isReadOnly(session: Pick<SessionRecord, "status" | "openedAt"> | undefined): boolean {
  return session?.status === "sealed" || session?.openedAt !== undefined;
}

/** One session a state, so its record has a fixed id. */
export const SESSION_RECORD_ID = "session:this";
