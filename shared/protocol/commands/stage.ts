import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import type { CommandSpec } from "./spec.ts";

/** The id of a record, `kind:id`. */
const recordIdSchema = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z]+:[A-Za-z0-9_:-]+$/);

/** The place of a page among those of what is shown, from 1. */
export const stagePageSchema = z.number().int().min(1).max(LIMITS.stagePagesMax);

export const stageCommands = {
  "stage.show": {
    schema: z.strictObject({
      type: z.literal("stage.show"),
      recordId: recordIdSchema.nullable(),
      /** The page to begin with; absent: the first. */
      page: stagePageSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "stage.turn": {
    schema: z.strictObject({
      type: z.literal("stage.turn"),
      /** What whoever turns sees there. */
      recordId: recordIdSchema,
      page: stagePageSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Puts a question at a place among those shown next (0: the next; one beyond the last: the last), or with null takes it out. */
  "stage.queue": {
    schema: z.strictObject({
      type: z.literal("stage.queue"),
      questionId: idSchema,
      place: z.number().int().min(0).max(LIMITS.stageQueueMax).nullable(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
