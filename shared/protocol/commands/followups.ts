import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText, plainText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";
import { unitSchema } from "./questions.ts";
import type { CommandSpec } from "./spec.ts";

const followupId = idSchema;
/** As when the question was asked, where askers are never recorded. */
const followId = idSchema.optional();

/** 台账事项. They go on after the session is sealed. */
export const followupCommands = {
  /** Fields left out stay as they are. */
  "followup.update": {
    schema: z.strictObject({
      type: z.literal("followup.update"),
      followupId,
      text: plainText(LIMITS.followUpTextMaxChars).optional(),
      gist: plainText(LIMITS.followUpGistMaxChars).nullable().optional(),
      leadUnit: unitSchema.nullable().optional(),
      supportUnits: z.array(unitSchema).max(LIMITS.supportUnitsMax).optional(),
      personInCharge: lineText(LIMITS.nameMaxChars).nullable().optional(),
      leaderInCharge: lineText(LIMITS.nameMaxChars).nullable().optional(),
      dueAt: timestampSchema.nullable().optional(),
      evidence: plainText(LIMITS.evidenceMaxChars).nullable().optional(),
    }),
    by: "client",
    whenSealed: "taken",
    recorded: "actor",
    personal: ["personInCharge", "leaderInCharge"],
  },
  /** What has been done since; a row that was new is under way from then on. */
  "followup.progress": {
    schema: z.strictObject({
      type: z.literal("followup.progress"),
      followupId,
      entryId: idSchema,
      text: plainText(LIMITS.progressMaxChars),
    }),
    by: "client",
    whenSealed: "taken",
    recorded: "actor",
    personal: [],
  },
  /** 已办结: the unit says it is done, with the evidence. */
  "followup.finish": {
    schema: z.strictObject({
      type: z.literal("followup.finish"),
      followupId,
      evidence: plainText(LIMITS.evidenceMaxChars),
    }),
    by: "client",
    whenSealed: "taken",
    recorded: "actor",
    personal: [],
  },
  /** 已销号: the asker's side agrees; staff need a reason. */
  "followup.clear": {
    schema: z.strictObject({
      type: z.literal("followup.clear"),
      followupId,
      reason: plainText(LIMITS.reasonMaxChars).optional(),
      followId,
    }),
    by: "client",
    whenSealed: "taken",
    recorded: "followerOfFollowup",
    personal: [],
  },
  /** Back to 推进中, with the reason. */
  "followup.reopen": {
    schema: z.strictObject({
      type: z.literal("followup.reopen"),
      followupId,
      reason: plainText(LIMITS.reasonMaxChars),
      followId,
    }),
    by: "client",
    whenSealed: "taken",
    recorded: "followerOfFollowup",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
