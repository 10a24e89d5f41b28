import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import { moderationSchema, roomKindSchema } from "./session.ts";
import type { CommandSpec } from "./spec.ts";

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
    schema: z.strictObject({ type: z.literal("room.close"), roomId: idSchema }),
    by: "client",
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
