import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { isRecalled, type RoomRecord, roomRecordId } from "./records.ts";

/** Opens rooms with what is in them, and takes back a closing that is due; all of them or none. */
export function openRooms(roomIds: readonly string[], { state }: Acting): Result<Patch[]> {
  const rooms = findRooms(roomIds, state);
  if (!rooms.ok) return rooms;
  const others = rooms.value.filter(({ status, closing }) => status !== "open" || closing !== null);
  return done(others.map((room) => withStatus(room, "open")));
}

/** Closes rooms, now or `graceMs` from now; all of them or none. What is called to the plenary goes there, and no later than it was told. */
export function closeRooms(
  roomIds: readonly string[],
  graceMs: number | undefined,
  { state, now }: Acting,
): Result<Patch[]> {
  const rooms = findRooms(roomIds, state);
  if (!rooms.ok) return rooms;
  const open = rooms.value.filter(({ status }) => status === "open");
  if (graceMs === undefined) return done(open.map((room) => withStatus(room, "closed")));
  const closesAt = now + graceMs;
  return done(
    open.flatMap((room) => {
      const recalls = isRecalled(room);
      const isLater = recalls && room.closing !== null && room.closing.closesAt <= closesAt;
      return isLater ? [] : [set(room, { closing: { closesAt, recalls } })];
    }),
  );
}

/** Calls everybody to the plenary: every group that is open closes at one moment. */
export function recallRooms({ graceMs }: CommandOf<"rooms.recall">, { state, now }: Acting): Result<Patch[]> {
  const closing = { closesAt: now + graceMs, recalls: true };
  const groups = [...state.all("room")].filter(
    ({ roomKind, status }) => roomKind === "breakout" && status === "open",
  );
  return done(groups.map((room) => set(room, { closing })));
}

/** Closes the open rooms of which `which` is true. */
export function closedRooms(state: SessionState, which: (room: RoomRecord) => boolean): Patch[] {
  const open = [...state.all("room")].filter((room) => room.status === "open" && which(room));
  return open.map((room) => withStatus(room, "closed"));
}

/** A room opened or closed now: whatever it was about to do is over. */
export function withStatus(room: RoomRecord, status: RoomRecord["status"]): Patch {
  return put("room", room.id, { ...bareFields(room), status, closing: null });
}

function findRooms(roomIds: readonly string[], state: SessionState): Result<RoomRecord[]> {
  const rooms: RoomRecord[] = [];
  for (const roomId of new Set(roomIds)) {
    const room = state.find("room", roomRecordId(roomId));
    if (room === undefined) return refuse("room_unknown");
    rooms.push(room);
  }
  return done(rooms);
}
