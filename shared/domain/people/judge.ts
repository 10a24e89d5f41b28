import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import { personRecordId } from "./records.ts";

export function arrive(command: CommandOf<"person.arrive">, { state, now }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (person.arrivedAt !== null) return done([]);
  return done([set(person, { arrivedAt: now, ...(person.excused === true && { excused: false }) })]);
}

export function excusePerson(command: CommandOf<"person.excuse">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (command.on && person.arrivedAt !== null) return refuse("person_arrived");
  return done((person.excused === true) === command.on ? [] : [set(person, { excused: command.on })]);
}

export function movePerson(command: CommandOf<"person.move">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  const room = state.find("room", roomRecordId(command.roomId));
  if (room === undefined) return refuse("room_unknown");
  const roomId = room.roomKind === "plenary" ? null : room.roomId;
  return done(person.roomId === roomId ? [] : [set(person, { roomId })]);
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
  "person.arrive" | "person.move" | "person.excuse" | "person.remove" | "person.restore"
> = {
  "person.arrive": arrive,
  "person.move": movePerson,
  "person.excuse": excusePerson,
  "person.remove": removePerson,
  "person.restore": restorePerson,
};
