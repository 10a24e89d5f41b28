import type { CommandOf } from "../../protocol/commands/command.ts";
import type { roomCommands } from "../../protocol/commands/rooms.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, set } from "../patches.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { type RoomRecord, roomRecordId } from "./records.ts";

/** A room as it begins: the plenary open, a breakout closed until a moderator opens it. */
export function newRoom(room: { roomId: string; name: string; kind: RoomRecord["roomKind"] }, order: number) {
  const { roomId, name, kind } = room;
  const status = kind === "plenary" ? "open" : "closed";
  return { roomId, name, roomKind: kind, order, moderation: null, status } as const;
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

function setStatus(roomId: string, status: RoomRecord["status"], state: SessionState): Result<Patch[]> {
  const room = state.find("room", roomRecordId(roomId));
  if (room === undefined) return refuse("room_unknown");
  if (room.status === status) return done([]);
  return done([put("room", room.id, { ...bareFields(room), status })]);
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
  "room.open": ({ roomId }, { state }) => setStatus(roomId, "open", state),
  "room.close": ({ roomId }, { state }) => setStatus(roomId, "closed", state),
  "room.moderate": moderateRoom,
};
