import type { CommandOf } from "../../protocol/commands/command.ts";
import type { RosterPerson } from "../../protocol/commands/people.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { type Patch, put, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { type PersonRecord, personRecordId } from "./records.ts";
import { type RoomOfGroup, roomsOfGroups, rosterChanges } from "./roster-changes.ts";

/**
 * Writes roster rows over the people of the session and takes `removed` off the roster. A person keeps id, arrival and,
 * unless the group changed, room; people the command does not name stay as they are.
 */
export function importRoster(command: CommandOf<"roster.import">, state: SessionState): Result<Patch[]> {
  const ids = new Set(command.people.map((person) => person.personId));
  if (ids.size < command.people.length) return refuse("id_taken");
  const roomOf = roomsOfGroups(state);
  const patches: Patch[] = [];
  let added = 0;
  for (const row of command.people) {
    const before = state.find("person", personRecordId(row.personId));
    if (before === undefined) {
      added += 1;
      patches.push(newPerson(row, roomOf));
    } else {
      patches.push(...changed(before, rosterChanges(before, row, roomOf)));
    }
  }
  if (state.count("person") + added > LIMITS.peopleMax) return refuse("too_many_people");
  for (const personId of command.removed ?? []) {
    const person = state.find("person", personRecordId(personId));
    if (person === undefined) return refuse("person_unknown");
    if (ids.has(personId)) return refuse("bad_request");
    if (!person.removed) patches.push(set(person, { removed: true }));
  }
  return done(patches);
}

function newPerson(row: RosterPerson, roomOf: RoomOfGroup): Patch {
  return put("person", personRecordId(row.personId), {
    ...row,
    roomId: roomOf(row.group),
    arrivedAt: null,
    removed: false,
  });
}

function changed(before: PersonRecord, changes: Partial<PersonRecord>): Patch[] {
  return Object.keys(changes).length === 0 ? [] : [set(before, changes)];
}

export function arrive(
  command: CommandOf<"person.arrive">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (person.arrivedAt !== null) return done([]);
  return done([set(person, { arrivedAt: now, ...(person.excused === true && { excused: false }) })]);
}

export function excusePerson(command: CommandOf<"person.excuse">, state: SessionState): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  if (command.on && person.arrivedAt !== null) return refuse("person_arrived");
  return done((person.excused === true) === command.on ? [] : [set(person, { excused: command.on })]);
}

export function movePerson(command: CommandOf<"person.move">, state: SessionState): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  const room = state.find("room", roomRecordId(command.roomId));
  if (room === undefined) return refuse("room_unknown");
  const roomId = room.roomKind === "plenary" ? null : room.roomId;
  return done(person.roomId === roomId ? [] : [set(person, { roomId })]);
}

export function removePerson(command: CommandOf<"person.remove">, state: SessionState): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined) return refuse("person_unknown");
  return done(person.removed ? [] : [set(person, { removed: true })]);
}

/** Back onto the roster as one was. */
export function restorePerson(command: CommandOf<"person.restore">, state: SessionState): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined) return refuse("person_unknown");
  return done(person.removed ? [set(person, { removed: false })] : []);
}
