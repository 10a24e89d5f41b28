import type { CommandOf } from "../../protocol/commands/command.ts";
import type { roomCommands } from "../../protocol/commands/rooms.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { closedRooms, closeRooms, openRooms, recallRooms } from "./opening.ts";
import { isOpenAt, type RoomRecord, roomRecordId } from "./records.ts";

/** A room as it begins: the plenary open, a breakout closed until a moderator opens it. */
export function newRoom(room: { roomId: string; name: string; kind: RoomRecord["roomKind"] }, order: number) {
  const { roomId, name, kind } = room;
  const status = kind === "plenary" ? "open" : "closed";
  return { roomId, name, roomKind: kind, order, moderation: null, status, closing: null } as const;
}

export function createRoom(command: CommandOf<"room.create">, { state }: Acting): Result<Patch[]> {
  const id = roomRecordId(command.roomId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  if (state.count("room") >= LIMITS.roomsMax) return refuse("too_many_rooms");
  let order = 0;
  for (const room of state.all("room")) {
    if (room.name === command.name) return refuse("room_name_taken");
    if (command.kind === "plenary" && room.roomKind === "plenary") return refuse("plenary_exists");
    order = Math.max(order, room.order + 1);
  }
  return done([put("room", id, newRoom(command, order))]);
}

export function renameRoom(command: CommandOf<"room.rename">, { state }: Acting): Result<Patch[]> {
  const room = state.find("room", roomRecordId(command.roomId));
  if (room === undefined) return refuse("room_unknown");
  for (const other of state.all("room")) {
    if (other.id !== room.id && other.name === command.name) return refuse("room_name_taken");
  }
  return done(room.name === command.name ? [] : [set(room, { name: command.name })]);
}

export function moderateRoom(
  { roomId, moderation }: CommandOf<"room.moderate">,
  { state }: Acting,
): Result<Patch[]> {
  const room = state.find("room", roomRecordId(roomId));
  if (room === undefined) return refuse("room_unknown");
  return done(room.moderation === moderation ? [] : [set(room, { moderation })]);
}

export const roomJudges: Judges<keyof typeof roomCommands> = {
  "room.create": createRoom,
  "room.rename": renameRoom,
  "room.open": ({ roomId }, acting) => openRooms([roomId], acting),
  "room.close": ({ roomId, graceMs }, acting) => closeRooms([roomId], graceMs, acting),
  "rooms.open": ({ roomIds }, acting) => openRooms(roomIds, acting),
  "rooms.close": ({ roomIds, graceMs }, acting) => closeRooms(roomIds, graceMs, acting),
  "rooms.recall": recallRooms,
  "rooms.closeDue": (_command, { state, now }) => done(closedRooms(state, (room) => !isOpenAt(room, now))),
  "room.moderate": moderateRoom,
};
