import type { z } from "zod";
import { notesHoldRecordSchema } from "./records.ts";

/** Who took the right away, and when, is for staff. */
export const notesHoldViewSchema = notesHoldRecordSchema
  .pick({ id: true, kind: true, rev: true, roomId: true, personId: true })
  .extend(notesHoldRecordSchema.pick({ heldBy: true, heldAt: true }).exactPartial().shape);
export type NotesHoldView = z.infer<typeof notesHoldViewSchema>;
