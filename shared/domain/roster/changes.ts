import type { RosterPerson } from "../../protocol/commands/people.ts";
import type { PersonRecord } from "../people/records.ts";
import { groupKey } from "../rooms/group-name.ts";
import type { SessionState } from "../state.ts";
import { placeKey } from "./draft.ts";

/** The breakout room a group sits in; null for none. */
export type RoomOfGroup = (group: string | null) => string | null;

/** The rooms of a session by the groups of their names. */
export function roomsOfGroups(state: SessionState): RoomOfGroup {
  const roomIds = new Map<string, string>();
  for (const room of state.all("room")) {
    if (room.roomKind === "breakout") roomIds.set(groupKey(room.name), room.roomId);
  }
  return (group) => (group === null ? null : (roomIds.get(groupKey(group)) ?? null));
}

/**
 * The fields in which what a roster says of somebody, in whole or in part, differs from the person; empty when nothing would
 * change. Who is said of is on the roster; a side that is said is no guess any more; a room follows a group that changed.
 */
export function rosterChanges(
  before: PersonRecord,
  said: { readonly [F in keyof RosterPerson]?: RosterPerson[F] | undefined },
  roomOf: RoomOfGroup,
): Partial<PersonRecord> {
  const { personId: _personId, sideGuessed = false, ...fields } = said;
  const changes: Partial<PersonRecord> = before.removed ? { removed: false } : {};
  for (const [field, value] of Object.entries(fields)) {
    const known = before[field as keyof typeof fields];
    if (value !== undefined && JSON.stringify(known) !== JSON.stringify(value))
      Object.assign(changes, { [field]: value });
  }
  if (said.side !== undefined && (before.sideGuessed ?? false) !== sideGuessed)
    changes.sideGuessed = sideGuessed;
  if (changes.group !== undefined && roomOf(changes.group) !== before.roomId)
    changes.roomId = roomOf(changes.group);
  return changes;
}

/** Whether somebody else on the roster has this name in this unit. */
export function hasNamesake(
  person: Pick<PersonRecord, "personId">,
  called: Pick<PersonRecord, "name" | "unit">,
  state: SessionState,
): boolean {
  const place = placeKey(called);
  for (const other of state.all("person")) {
    if (!other.removed && other.personId !== person.personId && placeKey(other) === place) return true;
  }
  return false;
}
