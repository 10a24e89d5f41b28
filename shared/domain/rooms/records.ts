import { z } from "zod";
import { moderationSchema, roomKindSchema } from "../../protocol/commands/session.ts";
import { recordBase } from "../record-base.ts";

export const roomRecordSchema = z.strictObject({
  ...recordBase("room"),
  roomId: z.string(),
  name: z.string(),
  roomKind: roomKindSchema,
  /** Rooms stand in the order they were made. */
  order: z.number().int(),
  /** Whether questions wait for a moderator here; null: as in the session. */
  moderation: moderationSchema.nullable(),
  /** Closing freezes a room; its content stays and opening goes on with it. */
  status: z.enum(["open", "closed"]),
});
export type RoomRecord = z.infer<typeof roomRecordSchema>;

type Moderation = z.infer<typeof moderationSchema>;

/** Whether questions wait for a moderator in a room; it says so itself, or the session does. */
export function moderationIn(
  room: Pick<RoomRecord, "moderation">,
  session: { readonly settings: { readonly moderation: Moderation } } | undefined,
): Moderation {
  return room.moderation ?? session?.settings.moderation ?? "before";
}

export function roomRecordId(roomId: string): string {
  return `room:${roomId}`;
}
