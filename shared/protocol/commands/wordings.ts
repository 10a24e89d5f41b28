import { z } from "zod";
import { LIMITS } from "../limits.ts";
import { plainText } from "../text.ts";
import { topicSchema } from "./questions.ts";
import type { CommandSpec } from "./spec.ts";

/** The labels of a session. */
export const topicListSchema = z.array(topicSchema).max(LIMITS.topicsMax);

export const wordingCommands = {
  /** The labels questions can be given, in the order they are offered. */
  "topics.set": {
    schema: z.strictObject({
      type: z.literal("topics.set"),
      names: topicListSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Reasons for declining that staff use again. */
  "phrases.set": {
    schema: z.strictObject({
      type: z.literal("phrases.set"),
      declineReasons: z.array(plainText(LIMITS.reasonMaxChars)).max(LIMITS.phrasesMax),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
