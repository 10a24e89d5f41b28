import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { type PersonRecord, personRecordId } from "./records.ts";

const NOT_EXCUSED = { excused: false, excuseReason: null, substitute: null } as const;

export function arrive(command: CommandOf<"person.arrive">, { state, now }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (person.arrivedAt !== null) return done(person.leftAt == null ? [] : [set(person, { leftAt: null })]);
  return done([set(person, { arrivedAt: now, ...(person.excused === true && NOT_EXCUSED) })]);
}

export function excusePerson(command: CommandOf<"person.excuse">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (command.on && person.arrivedAt !== null) return refuse("person_arrived");
  const { excused = false, excuseReason = null, substitute = null } = person;
  const before = { excused, excuseReason, substitute };
  const after = command.on
    ? { excused: true, excuseReason: command.excuseReason ?? null, substitute: command.substitute ?? null }
    : NOT_EXCUSED;
  return done(JSON.stringify(before) === JSON.stringify(after) ? [] : [set(person, after)]);
}

export function leaveEarly(command: CommandOf<"person.leave">, { state, now }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (person.arrivedAt === null) return refuse("person_not_here");
  const hasLeft = person.leftAt != null;
  return done(hasLeft === command.on ? [] : [set(person, { leftAt: command.on ? now : null })]);
}

export function movePerson(command: CommandOf<"person.move">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  const room = state.find("room", roomRecordId(command.roomId));
  if (room === undefined) return refuse("room_unknown");
  const roomId = room.roomKind === "plenary" ? null : room.roomId;
  if (command.fromRoomId !== undefined && !isAt(person, command.fromRoomId, state))
    return refuse("person_elsewhere");
  return done(person.roomId === roomId ? [] : [set(person, { roomId })]);
}

/** Whether a room is where a person was put last; the plenary is for whoever is in no group. */
function isAt({ roomId }: PersonRecord, wantedId: string, state: SessionState): boolean {
  const room = state.find("room", roomRecordId(wantedId));
  return room?.roomKind === "plenary" ? roomId === null : roomId === wantedId;
}

export function removePerson(command: CommandOf<"person.remove">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined) return refuse("person_unknown");
  return done(person.removed ? [] : [set(person, { removed: true })]);
}

/** Back onto the roster as one was. */
export function restorePerson(command: CommandOf<"person.restore">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined) return refuse("person_unknown");
  return done(person.removed ? [set(person, { removed: false })] : []);
}

export const peopleJudges: Judges<
  "person.arrive" | "person.move" | "person.excuse" | "person.leave" | "person.remove" | "person.restore"
> = {
  "person.arrive": arrive,
  "person.move": movePerson,
  "person.excuse": excusePerson,
  "person.leave": leaveEarly,
  "person.remove": removePerson,
  "person.restore": restorePerson,
};
