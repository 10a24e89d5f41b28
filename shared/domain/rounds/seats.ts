import type { RoundGroup } from "../../protocol/commands/rounds.ts";
import type { Seating } from "../grouping/problem.ts";

type Groups = readonly Readonly<RoundGroup>[];

/** Everybody in a group, those who stay first. */
export function seatsOf({ locked, free }: Pick<RoundGroup, "locked" | "free">): readonly string[] {
  return [...locked, ...free];
}

/** The room by the person. */
export function seatingOf(groups: Groups): Seating {
  return new Map(
    groups.flatMap((group) => seatsOf(group).map((personId) => [personId, group.roomId] as const)),
  );
}

/** The room by the person, of those who stay. */
export function lockedSeatingOf(groups: Groups): Seating {
  return new Map(
    groups.flatMap(({ roomId, locked }) => locked.map((personId) => [personId, roomId] as const)),
  );
}

/** Of those who chose their seat who stays there in these groups too. */
export function stillChosen(
  { groups, chosen }: { readonly groups: Groups; readonly chosen: readonly string[] },
  after: Groups,
): string[] {
  const [before, now] = [lockedSeatingOf(groups), lockedSeatingOf(after)];
  return chosen.filter((personId) => now.has(personId) && now.get(personId) === before.get(personId));
}

/** Those who sit where others have put them: locked by another hand, 召集人 or 记录员. */
export function fixedIn({
  groups,
  chosen,
}: {
  readonly groups: Groups;
  readonly chosen: readonly string[];
}): ReadonlySet<string> {
  const choosers = new Set(chosen);
  const fixed = new Set<string>();
  for (const { locked, leaderId, recorderId } of groups) {
    for (const personId of locked) if (!choosers.has(personId)) fixed.add(personId);
    if (leaderId !== null) fixed.add(leaderId);
    if (recorderId !== null) fixed.add(recorderId);
  }
  return fixed;
}

/** The groups with those who chose their seat in it still, and held there by nobody. */
export function withChosenFree({
  groups,
  chosen,
}: {
  readonly groups: Groups;
  readonly chosen: readonly string[];
}): RoundGroup[] {
  const choosers = new Set(chosen);
  return groups.map((group) => ({
    ...group,
    locked: group.locked.filter((personId) => !choosers.has(personId)),
    free: [...group.locked.filter((personId) => choosers.has(personId)), ...group.free],
  }));
}

/** The groups with others in them: those who were locked and still sit there stay locked, leaders who left lead no more. */
export function withSeating(groups: Groups, seating: Seating): RoundGroup[] {
  const locked = lockedSeatingOf(groups);
  return groups.map((group) => {
    const seated = [...seating].filter(([, roomId]) => roomId === group.roomId).map(([personId]) => personId);
    const stays = (personId: string) => locked.get(personId) === group.roomId;
    return tidy({
      ...group,
      locked: seated.filter(stays),
      free: seated.filter((personId) => !stays(personId)),
    });
  });
}

/** The groups with one person in another seat, or in none. */
export function withSeat(
  groups: Groups,
  { personId, roomId, locked }: { personId: string; roomId: string | null; locked: boolean },
): RoundGroup[] {
  return groups.map((group) => {
    const isHere = group.roomId === roomId;
    const isTouched = isHere || seatsOf(group).includes(personId);
    if (!isTouched) return group;
    const without = (ids: readonly string[]) => ids.filter((id) => id !== personId);
    return tidy({
      ...group,
      locked: isHere && locked ? [...without(group.locked), personId] : without(group.locked),
      free: isHere && !locked ? [...without(group.free), personId] : without(group.free),
    });
  });
}

/** Leads and records only who sits in the group. */
function tidy(group: RoundGroup): RoundGroup {
  const seated = new Set(seatsOf(group));
  const here = (personId: string | null) => (personId !== null && seated.has(personId) ? personId : null);
  return { ...group, leaderId: here(group.leaderId), recorderId: here(group.recorderId) };
}

/** The groups without whom `keeps` does not know; who is named twice sits where he was named first. */
export function pruned(groups: Groups, keeps: (personId: string) => boolean): RoundGroup[] {
  const seen = new Set<string>();
  const take = (ids: readonly string[]) =>
    ids.filter((personId) => {
      if (seen.has(personId) || !keeps(personId)) return false;
      seen.add(personId);
      return true;
    });
  return groups.map((group) => tidy({ ...group, locked: take(group.locked), free: take(group.free) }));
}
