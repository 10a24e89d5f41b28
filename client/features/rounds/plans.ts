import { freeGroupNames, groupKey } from "../../../shared/domain/rooms/group-name.ts";
import { isSeatable } from "../../../shared/domain/rounds/seatable.ts";
import { lockedSeatingOf, seatingOf, withSeating } from "../../../shared/domain/rounds/seats.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import type { Person, Round } from "./use-rounds.ts";

/** What a round is before it is started: all that planning it says. */
export type Plan = Omit<CommandOf<"round.plan">, "type">;

export function planOf({ roundId, name, groups, rules, seed }: Plan): Plan {
  return { roundId, name, groups, rules, seed };
}

/** As many people as can talk in one group. */
const GROUP_SIZE = 8;

export function usualGroupCount(people: number): number {
  return Math.max(2, Math.min(30, Math.round(people / GROUP_SIZE)));
}

export function emptyGroup(roomId: string, name: string): RoundGroup {
  return { roomId, name, max: null, locked: [], free: [], leaderId: null, recorderId: null };
}

/** The groups with nobody in them. */
export function emptied(groups: readonly RoundGroup[]): RoundGroup[] {
  return groups.map(({ roomId, name }) => emptyGroup(roomId, name));
}

/** The groups as in another round: the same rooms with the same people, of whom nobody is locked. */
export function sameAs({ groups }: Pick<Round, "groups">): RoundGroup[] {
  return groups.map((group) => ({ ...group, locked: [], free: [...group.locked, ...group.free] }));
}

/**
 * Everybody whose group the roster names sits there; a group that is missing is added by `groupOf`. Who is locked stays, and
 * who has no group keeps the seat of before.
 */
export function byRoster(
  groups: readonly RoundGroup[],
  people: readonly Person[],
  groupOf: (name: string) => RoundGroup,
): RoundGroup[] {
  const all = [...groups];
  const byKey = new Map(all.map((group) => [groupKey(group.name), group.roomId]));
  const seating = new Map(seatingOf(groups));
  const locked = new Set(groups.flatMap((group) => group.locked));
  for (const { personId, group: name } of people) {
    if (name === null || locked.has(personId)) continue;
    const key = groupKey(name);
    let roomId = byKey.get(key);
    if (roomId === undefined) {
      const added = groupOf(name);
      all.push(added);
      roomId = added.roomId;
      byKey.set(key, roomId);
    }
    seating.set(personId, roomId);
  }
  return withSeating(all, seating);
}

/**
 * The groups with a 组长 each, as far as the roster has people whose duty it is: the one who stays there, else the one whose
 * group it is on the roster, else the next.
 */
export function withRosterLeaders(groups: readonly RoundGroup[], people: readonly Person[]): RoundGroup[] {
  const locked = lockedSeatingOf(groups);
  const named = new Set(groups.map(({ leaderId }) => leaderId));
  const free = people.filter(
    (person) => isSeatable(person) && person.duties.includes("leader") && !named.has(person.personId),
  );
  const taken = new Set<string>();
  const leaders = new Map<string, string>();
  const choose = (fits: (person: Person, group: RoundGroup) => boolean) => {
    for (const group of groups) {
      if (group.leaderId !== null || leaders.has(group.roomId)) continue;
      const found = free.find((person) => !taken.has(person.personId) && fits(person, group));
      if (found === undefined) continue;
      taken.add(found.personId);
      leaders.set(group.roomId, found.personId);
    }
  };
  choose(({ personId }, { roomId }) => locked.get(personId) === roomId);
  choose(
    ({ personId, group }, { name }) =>
      !locked.has(personId) && group !== null && groupKey(group) === groupKey(name),
  );
  choose(({ personId }) => !locked.has(personId));
  return groups.map((group) => ({ ...group, leaderId: group.leaderId ?? leaders.get(group.roomId) ?? null }));
}

/**
 * So many groups: new ones at the end, named in the row that `nameOf` makes of ordinals; of those that are too many the last
 * go, with the seats in them.
 */
export function resized(
  groups: readonly RoundGroup[],
  count: number,
  nameOf: (ordinal: number) => string,
  newId: () => string,
): RoundGroup[] {
  if (count <= groups.length) return groups.slice(0, count);
  const taken = groups.map(({ name }) => name);
  const names = freeGroupNames(count - groups.length, taken, nameOf);
  return [...groups, ...names.map((name) => emptyGroup(newId(), name))];
}
