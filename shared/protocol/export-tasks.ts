import { z } from "zod";
import { wireErrorSchema } from "./errors.ts";
import { idSchema } from "./ids.ts";

/** What the making of a file is at: waiting for its turn, reading notes, building, setting pages, packing several files. */
export const MAKING_STEPS = ["waiting", "reading", "building", "setting", "packing"] as const;
export type MakingStep = (typeof MAKING_STEPS)[number];

/** A file that is made for somebody. `ready`: it can be taken, once. */
export const exportTaskReplySchema = z.strictObject({
  taskId: idSchema,
  status: z.enum(["working", "ready", "failed"]),
  step: z.enum(MAKING_STEPS),
  /** How much is behind, from 0 to 1. */
  share: z.number().min(0).max(1),
  /** Why, of one that failed. */
  error: wireErrorSchema.optional(),
});
export type ExportTaskReply = z.infer<typeof exportTaskReplySchema>;
