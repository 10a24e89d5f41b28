import { z } from "zod";
import { idSchema } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { timestampSchema } from "./timestamp.ts";

/** How fast the class of a rehearsal acts: 慢, 正常, 快. */
export const paceSchema = z.enum(["slow", "normal", "fast"]);
export type Pace = z.infer<typeof paceSchema>;

/** What the whole class does in a minute, in the mean. */
export const ACTS_A_MINUTE: Readonly<Record<Pace, number>> = { slow: 12, normal: 40, fast: 120 };

export const startRehearsalBodySchema = z.strictObject({
  pace: paceSchema,
  /** For how many of the class robots act, its leaders first; left out: for all. */
  people: z.number().int().min(1).max(LIMITS.peopleMax).optional(),
});

export const changeRehearsalBodySchema = z
  .strictObject({ pace: paceSchema.optional(), paused: z.boolean().optional() })
  .refine(({ pace, paused }) => pace !== undefined || paused !== undefined);
export type RehearsalChange = z.infer<typeof changeRehearsalBodySchema>;

/**
 * `running` and `paused`: robots act, or wait. `ended`: their hour is over. `interrupted`: the server was started again since.
 * `sealed`: the rehearsal has been sealed, as one does to practise that.
 */
const activitySchema = z.enum(["running", "paused", "ended", "interrupted", "sealed"]);
export type RehearsalActivity = z.infer<typeof activitySchema>;

/** The rehearsal of a session; null where it has none. */
export const rehearsalReplySchema = z.strictObject({
  rehearsal: z
    .strictObject({
      sessionId: idSchema,
      title: z.string(),
      activity: activitySchema,
      pace: paceSchema,
      /** What robots have done since they were started. */
      acts: z.number().int().min(0),
      /** When they end by themselves; null where they do not act. */
      endsAt: timestampSchema.nullable(),
    })
    .nullable(),
});
export type RehearsalReply = z.infer<typeof rehearsalReplySchema>;
