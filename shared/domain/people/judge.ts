import type { CommandOf } from "../../protocol/commands/command.ts";
import type { RosterPerson } from "../../protocol/commands/people.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { type Patch, put, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { groupKey } from "../rooms/group-name.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { type PersonRecord, personRecordId } from "./records.ts";

/**
 * Writes roster rows over the people of the session. A person keeps id, arrival and, unless the group changed,
 * room; people the file does not name stay as they are.
 */
export function importRoster(command: CommandOf<"roster.import">, state: SessionState): Result<Patch[]> {
  const ids = new Set(command.people.map((person) => person.personId));
  if (ids.size < command.people.length) return refuse("id_taken");
  const roomOfGroup = new Map<string, string>();
  for (const room of state.all("room")) {
    if (room.roomKind === "breakout") roomOfGroup.set(groupKey(room.name), room.roomId);
  }
  const findRoom = (group: string | null) =>
    group === null ? null : (roomOfGroup.get(groupKey(group)) ?? null);
  const patches: Patch[] = [];
  let added = 0;
  for (const row of command.people) {
    const before = state.find("person", personRecordId(row.personId));
    if (before === undefined) {
      added += 1;
      patches.push(
        put("person", personRecordId(row.personId), {
          ...row,
          roomId: findRoom(row.group),
          arrivedAt: null,
          removed: false,
        }),
      );
      continue;
    }
    const roomId = row.group === before.group ? before.roomId : findRoom(row.group);
    const changed = { ...rosterChanges(before, row), ...(roomId !== before.roomId && { roomId }) };
    if (Object.keys(changed).length > 0) patches.push(set(before, changed));
  }
  if (state.count("person") + added > LIMITS.peopleMax) return refuse("too_many_people");
  return done(patches);
}

/** The fields in which a roster row differs from the person it is about; empty when nothing would change. */
export function rosterChanges(before: PersonRecord, row: RosterPerson): Partial<PersonRecord> {
  const { personId: _personId, ...fields } = row;
  const changes: Partial<PersonRecord> = before.removed ? { removed: false } : {};
  for (const [field, value] of Object.entries(fields)) {
    const known = before[field as keyof typeof fields];
    if (JSON.stringify(known) !== JSON.stringify(value)) Object.assign(changes, { [field]: value });
  }
  return changes;
}

export function arrive(
  command: CommandOf<"person.arrive">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  return done(person.arrivedAt === null ? [set(person, { arrivedAt: now })] : []);
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
