import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** Somebody may not write in a room's notes for now; gone when the right is given back. */
export const notesHoldRecordSchema = z.strictObject({
  ...recordBase("notesHold"),
  roomId: z.string(),
  personId: z.string(),
  /** A person's id, or `organiser`. */
  heldBy: z.string(),
  heldAt: timestampSchema,
});
export type NotesHoldRecord = z.infer<typeof notesHoldRecordSchema>;

export function notesHoldRecordId(roomId: string, personId: string): string {
  return `notesHold:${roomId}:${personId}`;
}
