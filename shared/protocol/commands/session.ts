import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";
import { agendaSeedsSchema } from "./agenda.ts";
import type { CommandSpec } from "./spec.ts";
import { topicListSchema } from "./wordings.ts";

/** `before`: a question waits for a moderator. `after`: it is public at once. */
export const moderationSchema = z.enum(["before", "after"]);

/**
 * `off`: names always shown. `hidden`: an asker may hide the name from participants; staff still see it. `never`: who asks
 * is not recorded anywhere.
 */
export const anonymitySchema = z.enum(["off", "hidden", "never"]);

/** How many questions one asker may have pending; a session that says nothing has `PENDING_MAX_DEFAULT`. */
const pendingMaxSchema = z.number().int().min(1).max(LIMITS.pendingMaxMost);
export const PENDING_MAX_DEFAULT = 20;

/** Whom staff's files are handed out to: all staff, or the organiser and those with the duty `exporter` alone. */
const exportsBySchema = z.enum(["staff", "named"]);
export const EXPORTS_BY_DEFAULT = "staff";

export const settingsSchema = z.strictObject({
  moderation: moderationSchema.default("before"),
  anonymity: anonymitySchema.default("hidden"),
  pendingMax: pendingMaxSchema.optional(),
  /** Absent: `EXPORTS_BY_DEFAULT`. */
  exportsBy: exportsBySchema.optional(),
  /** Whether each page says who took the file and when. Absent: no. */
  watermark: z.boolean().optional(),
});
export type SessionSettings = z.infer<typeof settingsSchema>;

/** Settings to change; those left out stay as they are. */
export const settingsPatchSchema = z.strictObject({
  moderation: moderationSchema.optional(),
  anonymity: anonymitySchema.optional(),
  pendingMax: pendingMaxSchema.optional(),
  exportsBy: exportsBySchema.optional(),
  watermark: z.boolean().optional(),
});

export const roomKindSchema = z.enum(["plenary", "breakout"]);

const roomSeedSchema = z.strictObject({
  roomId: idSchema,
  name: lineText(LIMITS.roomNameMaxChars),
  kind: roomKindSchema,
});

export const sessionCommands = {
  "session.create": {
    schema: z.strictObject({
      type: z.literal("session.create"),
      sessionId: idSchema,
      title: lineText(LIMITS.titleMaxChars),
      startsAt: timestampSchema.nullable(),
      place: lineText(LIMITS.placeMaxChars).nullable(),
      settings: settingsSchema,
      rooms: z.array(roomSeedSchema).min(1).max(LIMITS.roomsMax),
      topics: topicListSchema.optional(),
      agenda: agendaSeedsSchema.optional(),
      /** The session that this one is a rehearsal of. */
      rehearsalOf: idSchema.optional(),
    }),
    by: "server",
    whenSealed: "refused",
    recorded: "actor",
    personal: ["ledBy"],
  },
  "session.update": {
    schema: z.strictObject({
      type: z.literal("session.update"),
      title: lineText(LIMITS.titleMaxChars).optional(),
      startsAt: timestampSchema.nullable().optional(),
      place: lineText(LIMITS.placeMaxChars).nullable().optional(),
      settings: settingsPatchSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "session.seal": {
    schema: z.strictObject({ type: z.literal("session.seal") }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
