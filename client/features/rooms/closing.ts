import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";

/** What those inside have to finish their sentence when a room closes, in milliseconds. */
export const GRACE_MS = 30_000;

/** Whether a room is open and nobody has begun to close it. */
export function isStaying({ status, closing }: RoomRecord): boolean {
  return status === "open" && closing === null;
}
