import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import { moderationSchema, roomKindSchema } from "./session.ts";
import type { CommandSpec } from "./spec.ts";

/** How long those in a room have until it closes, in milliseconds. */
const graceMs = z.number().int().min(LIMITS.roomGraceMinMs).max(LIMITS.roomGraceMaxMs);
const roomIds = z.array(idSchema).min(1).max(LIMITS.roomsMax);

export const roomCommands = {
  "room.create": {
    schema: z.strictObject({
      type: z.literal("room.create"),
      roomId: idSchema,
      name: lineText(LIMITS.roomNameMaxChars),
      kind: roomKindSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "room.rename": {
    schema: z.strictObject({
      type: z.literal("room.rename"),
      roomId: idSchema,
      name: lineText(LIMITS.roomNameMaxChars),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "room.open": {
    schema: z.strictObject({ type: z.literal("room.open"), roomId: idSchema }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "room.close": {
    schema: z.strictObject({ type: z.literal("room.close"), roomId: idSchema, graceMs: graceMs.optional() }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Several rooms in one act: all of them, or none where one is not known. */
  "rooms.open": {
    schema: z.strictObject({ type: z.literal("rooms.open"), roomIds }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "rooms.close": {
    schema: z.strictObject({ type: z.literal("rooms.close"), roomIds, graceMs: graceMs.optional() }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** 召回大会: every open group closes at one moment, and its people go to the plenary. */
  "rooms.recall": {
    schema: z.strictObject({ type: z.literal("rooms.recall"), graceMs }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** The moment has come at which rooms close. */
  "rooms.closeDue": {
    schema: z.strictObject({ type: z.literal("rooms.closeDue") }),
    by: "server",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Whether questions wait for a moderator in this room; null: as in the session. */
  "room.moderate": {
    schema: z.strictObject({
      type: z.literal("room.moderate"),
      roomId: idSchema,
      moderation: moderationSchema.nullable(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
