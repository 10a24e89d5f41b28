import { grouped } from "../people/grouped.ts";
import { clustersOf } from "./clusters.ts";
import { POST_RANKS, type PostRank, postRank } from "./post-rank.ts";
import { fixedSeats, type GroupingProblem, type Pair, type Seated, type Seating } from "./problem.ts";
import { pairsAmong, unavoidablePairs } from "./unavoidable.ts";

/** Why two were not put where they should be: somebody stays, another pair says the opposite, a group is too small, or nothing better was found. */
export type PairReason = "locked" | "opposed" | "size" | "crowded";

export interface PairFault {
  readonly pair: Pair;
  readonly reason: PairReason;
}

/** A unit of which some sit together: so many pairs, of which so many cannot be helped with so many groups. */
export interface UnitFault {
  readonly unit: string;
  readonly people: number;
  readonly pairs: number;
  readonly unavoidable: number;
}

/** A sort of people of whom some groups have more or fewer than their share. */
export interface ShareFault<T extends string> {
  readonly sort: T;
  /** The fewest and the most that a group has. */
  readonly min: number;
  readonly max: number;
}

/** Why groups differ in size: somebody stays, seats are limited, or there are fewer seats than people; null: they do not. */
export type SizeReason = "locked" | "max" | "overfull";

/** What became of one rule. A rule that is not asked for is not reported. */
export type Finding =
  | {
      readonly rule: "sizes";
      readonly min: number;
      readonly max: number;
      readonly empty: number;
      readonly reason: SizeReason | null;
    }
  | { readonly rule: "sides"; readonly faults: readonly ShareFault<Seated["side"]>[] }
  | { readonly rule: "posts"; readonly faults: readonly ShareFault<PostRank>[] }
  | { readonly rule: "units"; readonly faults: readonly UnitFault[] }
  | { readonly rule: "apart" | "together"; readonly pairs: number; readonly faults: readonly PairFault[] }
  /** Pairs who sat together before and do so again; so many of them cannot be helped. */
  | {
      readonly rule: "met";
      readonly again: number;
      readonly unavoidable: number;
      readonly faults: readonly Pair[];
    }
  /** Leaders and recorders who sit in another group than theirs. */
  | { readonly rule: "leaders" | "recorders"; readonly faults: readonly string[] };

/** Whether a rule was met altogether. */
export function isMet(finding: Finding): boolean {
  return finding.rule === "sizes" ? finding.reason === null : finding.faults.length === 0;
}

/** What a seating keeps of what was wanted, and what it does not and why. Whoever is not seated counts nowhere. */
export function reportOn(problem: GroupingProblem, seating: Seating): Finding[] {
  const { rules, groups } = problem;
  const people = problem.people.filter(({ personId }) => seating.has(personId));
  const tables = grouped(people, ({ personId }) => seating.get(personId) ?? "");
  const at = groups.map(({ groupId }) => tables.get(groupId) ?? []);
  const findings: Finding[] = [sizes(problem, at)];
  if (rules.balanceSides) findings.push({ rule: "sides", faults: shareFaults(at, ({ side }) => side) });
  if (rules.balancePosts) {
    const faults = shareFaults(at, ({ post }) => postRank(post));
    const inOrder = [...faults].sort((a, b) => POST_RANKS.indexOf(a.sort) - POST_RANKS.indexOf(b.sort));
    findings.push({ rule: "posts", faults: inOrder });
  }
  if (rules.apartUnits) findings.push({ rule: "units", faults: unitFaults(people, at) });
  const explain = pairExplainer(problem, Math.max(0, ...at.map(({ length }) => length)));
  const seatedPairs = (pairs: readonly Pair[]) =>
    pairs.filter(([one, other]) => one !== other && seating.has(one) && seating.has(other));
  for (const rule of ["apart", "together"] as const) {
    const pairs = seatedPairs(rules[rule]);
    if (pairs.length === 0) continue;
    const wrong = pairs.filter(
      ([one, other]) => (seating.get(one) === seating.get(other)) === (rule === "apart"),
    );
    findings.push({
      rule,
      pairs: pairs.length,
      faults: wrong.map((pair) => ({ pair, reason: explain(rule, pair) })),
    });
  }
  if (problem.met.length > 0) findings.push(metAgain(problem, at));
  for (const rule of ["leaders", "recorders"] as const) {
    const named = groups.flatMap(({ groupId, leaderId, recorderId }) => {
      const personId = rule === "leaders" ? leaderId : recorderId;
      return personId === null ? [] : [[groupId, personId] as const];
    });
    if (named.length === 0) continue;
    const faults = named.flatMap(([groupId, personId]) =>
      seating.get(personId) === groupId ? [] : [personId],
    );
    findings.push({ rule, faults });
  }
  return findings;
}

function sizes(problem: GroupingProblem, at: readonly Seated[][]): Finding {
  const { people, groups } = problem;
  const counts = at.map(({ length }) => length);
  const [min, max] = [Math.min(...counts), Math.max(...counts)];
  const empty = counts.filter((count) => count === 0).length;
  const reason = (): SizeReason | null => {
    if (groups.some((group, index) => group.max !== null && (counts[index] ?? 0) > group.max)) {
      const seats = groups.reduce((sum, group) => sum + (group.max ?? Number.POSITIVE_INFINITY), 0);
      return seats < people.length ? "overfull" : "locked";
    }
    if (max - min <= 1) return null;
    // A largest group of none but people who stay is theirs; else the others were full.
    const fixed = fixedSeats(problem);
    const staysIn = (groupId: string) => [...fixed.values()].filter((where) => where === groupId).length;
    return groups.some(({ groupId }, index) => counts[index] === max && staysIn(groupId) === max)
      ? "locked"
      : "max";
  };
  return { rule: "sizes", min, max, empty, reason: reason() };
}

/** A share is so many of a sort as the size of a group is of all; less than one away from it is as near as can be. */
function shareFaults<T extends string>(
  at: readonly Seated[][],
  sortOf: (person: Seated) => T,
): ShareFault<T>[] {
  const all = grouped(at.flat(), sortOf);
  const total = at.flat().length;
  return [...all].flatMap(([sort, ofSort]) => {
    const counts = at.map((table) => table.filter((person) => sortOf(person) === sort).length);
    const isUneven = at.some(
      (table, index) => Math.abs((counts[index] ?? 0) - (ofSort.length * table.length) / total) >= 1,
    );
    return isUneven ? [{ sort: sort as T, min: Math.min(...counts), max: Math.max(...counts) }] : [];
  });
}

function unitFaults(people: readonly Seated[], at: readonly Seated[][]): UnitFault[] {
  const units = grouped(people, ({ unit }) => unit);
  return [...units].flatMap(([unit, ofUnit]) => {
    const pairs = at.reduce(
      (sum, table) => sum + pairsAmong(table.filter((person) => person.unit === unit).length),
      0,
    );
    const unavoidable = unavoidablePairs(ofUnit.length, at.length);
    return pairs === 0 ? [] : [{ unit, people: ofUnit.length, pairs, unavoidable }];
  });
}

function metAgain({ met, groups }: GroupingProblem, at: readonly Seated[][]): Finding {
  const faults: Pair[] = [];
  for (const table of at) {
    for (const [index, { personId }] of table.entries()) {
      for (const { personId: other } of table.slice(index + 1)) {
        const before = met.some((seating) => {
          const groupId = seating.get(personId);
          return groupId !== undefined && seating.get(other) === groupId;
        });
        if (before) faults.push([personId, other]);
      }
    }
  }
  const present = new Set(at.flat().map(({ personId }) => personId));
  const leastOf = (seating: Seating) => {
    const tables = grouped(
      [...seating].filter(([personId]) => present.has(personId)),
      ([, groupId]) => groupId,
    );
    return [...tables.values()].reduce((sum, { length }) => sum + unavoidablePairs(length, groups.length), 0);
  };
  return { rule: "met", again: faults.length, unavoidable: Math.max(...met.map(leastOf)), faults };
}

function pairExplainer(problem: GroupingProblem, largest: number) {
  const fixed = fixedSeats(problem);
  const clusters = clustersOf(problem);
  const placesOf = (personId: string) =>
    new Set((clusters.get(personId) ?? [personId]).flatMap((one) => fixed.get(one) ?? []));
  const hasOpposed = (cluster: readonly string[]) =>
    problem.rules.apart.some(
      ([one, other]) => one !== other && cluster.includes(one) && cluster.includes(other),
    );
  return (rule: "apart" | "together", [one, other]: Pair): PairReason => {
    const cluster = clusters.get(one) ?? [];
    const isOneCluster = cluster.includes(other);
    const places = new Set([...placesOf(one), ...placesOf(other)]);
    if (rule === "apart") {
      if (isOneCluster) return "opposed";
      return fixed.has(one) && fixed.get(one) === fixed.get(other) ? "locked" : "crowded";
    }
    if (places.size > 1) return "locked";
    if (hasOpposed(cluster)) return "opposed";
    return cluster.length > largest ? "size" : "crowded";
  };
}
