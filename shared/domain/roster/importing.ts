import type { CommandOf } from "../../protocol/commands/command.ts";
import type { RosterPerson } from "../../protocol/commands/people.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { type PersonRecord, personRecordId } from "../people/records.ts";
import { done, type Result, refuse } from "../result.ts";
import { type RoomOfGroup, roomsOfGroups, rosterChanges } from "./changes.ts";

/**
 * Writes roster rows over the people of the session and takes `removed` off the roster. A person keeps id, arrival and,
 * unless the group changed, room; people the command does not name stay as they are.
 */
export function importRoster(command: CommandOf<"roster.import">, { state }: Acting): Result<Patch[]> {
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
