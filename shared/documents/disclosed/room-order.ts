import type { RoomRecord } from "../../domain/rooms/records.ts";

/** Plenary first, then rooms in their order; the id decides between equals. */
export function byRoomOrder(one: RoomRecord, other: RoomRecord): number {
  const plenaryFirst = Number(other.roomKind === "plenary") - Number(one.roomKind === "plenary");
  return plenaryFirst || one.order - other.order || (one.roomId < other.roomId ? -1 : 1);
}
