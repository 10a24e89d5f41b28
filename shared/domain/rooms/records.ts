import { z } from "zod";
import { roomKindSchema } from "../../protocol/commands/session.ts";
import { recordBase } from "../record-base.ts";

export const roomRecordSchema = z.strictObject({
  ...recordBase("room"),
  roomId: z.string(),
  name: z.string(),
  roomKind: roomKindSchema,
  /** Rooms stand in the order they were made. */
  order: z.number().int(),
  /** Closing freezes a room; its content stays and opening goes on with it. */
  status: z.enum(["open", "closed"]),
});
export type RoomRecord = z.infer<typeof roomRecordSchema>;

export function roomRecordId(roomId: string): string {
  return `room:${roomId}`;
}
