import type { PersonRecord } from "../people/records.ts";

/** What counts of somebody who is to be seated. */
export type Seated = Pick<PersonRecord, "personId" | "unit" | "side" | "post">;

export type Pair = readonly [string, string];

/** Who sat where: the group by the person. */
export type Seating = ReadonlyMap<string, string>;

export interface Place {
  readonly groupId: string;
  /** How many it holds; null: as many as come. */
  readonly max: number | null;
  /** 组长 and 记录员 sit in their group whatever else is wanted. */
  readonly leaderId: string | null;
  readonly recorderId: string | null;
}

export interface GroupingRules {
  /** Each group gets its share of counties, municipal units, experts. */
  readonly balanceSides: boolean;
  /** Each group gets its share of heads and deputies. */
  readonly balancePosts: boolean;
  /** No two of one unit. */
  readonly apartUnits: boolean;
  readonly apart: readonly Pair[];
  readonly together: readonly Pair[];
}

/** Who is to be seated in which groups, and what is wanted of it. */
export interface GroupingProblem {
  readonly people: readonly Seated[];
  readonly groups: readonly Place[];
  /** Where those sit who stay: the group by the person. */
  readonly locked: Seating;
  readonly rules: GroupingRules;
  /** People who sat together in one of these shall not do so again. */
  readonly met: readonly Seating[];
  /** Decides between what is equally good: a whole number from 0 up to, not including, 2^32. */
  readonly seed: number;
}

/**
 * Where those sit who are not asked: locked ones, then leaders and recorders in their own group. Who is named more than
 * once sits where he was named first.
 */
export function fixedSeats({ people, groups, locked }: GroupingProblem): Map<string, string> {
  const known = new Set(people.map(({ personId }) => personId));
  const places = new Set(groups.map(({ groupId }) => groupId));
  const fixed = new Map<string, string>();
  for (const [personId, groupId] of locked) {
    if (known.has(personId) && places.has(groupId)) fixed.set(personId, groupId);
  }
  for (const { groupId, leaderId, recorderId } of groups) {
    for (const personId of [leaderId, recorderId]) {
      if (personId !== null && known.has(personId) && !fixed.has(personId)) fixed.set(personId, groupId);
    }
  }
  return fixed;
}
