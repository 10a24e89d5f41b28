import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import { moderationSchema, roomKindSchema } from "./session.ts";

export const roomCommands = {
  "room.create": z.strictObject({
    type: z.literal("room.create"),
    roomId: idSchema,
    name: lineText(LIMITS.roomNameMaxChars),
    kind: roomKindSchema,
  }),
  "room.rename": z.strictObject({
    type: z.literal("room.rename"),
    roomId: idSchema,
    name: lineText(LIMITS.roomNameMaxChars),
  }),
  "room.open": z.strictObject({ type: z.literal("room.open"), roomId: idSchema }),
  "room.close": z.strictObject({ type: z.literal("room.close"), roomId: idSchema }),
  /** Whether questions wait for a moderator in this room; null: as in the session. */
  "room.moderate": z.strictObject({
    type: z.literal("room.moderate"),
    roomId: idSchema,
    moderation: moderationSchema.nullable(),
  }),
} as const;
