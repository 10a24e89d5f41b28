import { z } from "zod";
import { LIMITS } from "../limits.ts";
import { plainText } from "../text.ts";
import { topicSchema } from "./questions.ts";

/** The labels of a session. */
export const topicListSchema = z.array(topicSchema).max(LIMITS.topicsMax);

export const wordingCommands = {
  /** The labels questions can be given, in the order they are offered. */
  "topics.set": z.strictObject({
    type: z.literal("topics.set"),
    names: topicListSchema,
  }),
  /** Reasons for declining that staff use again. */
  "phrases.set": z.strictObject({
    type: z.literal("phrases.set"),
    declineReasons: z.array(plainText(LIMITS.reasonMaxChars)).max(LIMITS.phrasesMax),
  }),
} as const;
