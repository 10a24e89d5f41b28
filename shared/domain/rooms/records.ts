import { z } from "zod";
import { moderationSchema, roomKindSchema } from "../../protocol/commands/session.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
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
  /** While an open room is about to close: when it does, and whether its people are called to the plenary then. */
  closing: z.strictObject({ closesAt: timestampSchema, recalls: z.boolean() }).nullable(),
  /** Whether the stage shows what the group reports. Absent: no. */
  onStage: z.boolean().optional(),
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

/** Whether a room takes what is said in it at `now`, in milliseconds since 1970 UTC; one that is about to close does so till then. */
export function isOpenAt({ status, closing }: Pick<RoomRecord, "status" | "closing">, now: number): boolean {
  return status === "open" && (closing === null || closing.closesAt > now);
}

/** Whether the people of a room are called to the plenary. */
export function isRecalled(room: Pick<RoomRecord, "closing"> | undefined): boolean {
  return room?.closing?.recalls === true;
}

export function roomRecordId(roomId: string): string {
  return `room:${roomId}`;
}
