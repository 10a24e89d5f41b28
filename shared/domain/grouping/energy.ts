import { POST_RANKS, postRank } from "./post-rank.ts";
import type { GroupingProblem, Pair, Seating } from "./problem.ts";

/**
 * What breaking a rule costs: pairs that were named before units, units before shares and
 * old acquaintance, which are weighed against each other.
 */
const COST = { pair: 20_000, unit: 800, met: 120, side: 100, rank: 60 } as const;

/** Not seated. */
const NOWHERE = -1;

/** A seating while it is sought, over people and groups as numbers, and what each seat costs in it. */
export class Energy {
  /** The group of each person. */
  readonly groupOf: Int32Array;
  private readonly units: Share;
  private readonly sides: Share;
  private readonly ranks: Share;
  private readonly apart: readonly (readonly number[])[];
  private readonly together: readonly (readonly number[])[];
  private readonly met: readonly (readonly number[])[];
  private readonly rules: GroupingProblem["rules"];

  constructor({ people, rules, met }: GroupingProblem, sizes: readonly number[]) {
    const indexOf = new Map(people.map(({ personId }, index) => [personId, index]));
    const pairsOf = (pairs: Iterable<Pair>) => partners(pairs, indexOf, people.length);
    this.groupOf = new Int32Array(people.length).fill(NOWHERE);
    this.rules = rules;
    this.units = new Share(
      people.map(({ unit }) => unit),
      sizes,
    );
    this.sides = new Share(
      people.map(({ side }) => side),
      sizes,
    );
    this.ranks = new Share(
      people.map(({ post }) => postRank(post)),
      sizes,
      POST_RANKS,
    );
    this.apart = pairsOf(rules.apart);
    this.together = pairsOf(rules.together);
    this.met = pairsOf(met.flatMap((seating) => [...pairsWhoMet(seating, indexOf)]));
  }

  /** What it costs that somebody who sits nowhere sits in a group; all else stays as it is. */
  costIn(person: number, group: number): number {
    let cost = 0;
    if (this.rules.apartUnits) cost += COST.unit * this.units.count(person, group);
    if (this.rules.balanceSides) cost += COST.side * this.sides.strain(person, group);
    if (this.rules.balancePosts) cost += COST.rank * this.ranks.strain(person, group);
    for (const other of this.apart[person] ?? []) if (this.groupOf[other] === group) cost += COST.pair;
    for (const other of this.together[person] ?? []) {
      const theirs = this.groupOf[other];
      if (theirs !== NOWHERE && theirs !== group) cost += COST.pair;
    }
    for (const other of this.met[person] ?? []) if (this.groupOf[other] === group) cost += COST.met;
    return cost;
  }

  enter(person: number, group: number): void {
    this.groupOf[person] = group;
    this.change(person, group, 1);
  }

  leave(person: number): void {
    this.change(person, this.groupOf[person] ?? NOWHERE, -1);
    this.groupOf[person] = NOWHERE;
  }

  private change(person: number, group: number, by: 1 | -1): void {
    this.units.change(person, group, by);
    this.sides.change(person, group, by);
    this.ranks.change(person, group, by);
  }
}

/** How many of each sort sit in each group, and how many would be its share. */
class Share {
  private readonly sortOf: Int32Array;
  private readonly sorts: number;
  private readonly counts: Int32Array;
  private readonly shares: Float64Array;

  constructor(
    values: readonly string[],
    sizes: readonly number[],
    order: readonly string[] = [...new Set(values)],
  ) {
    const sortIndex = new Map(order.map((value, index) => [value, index]));
    this.sortOf = Int32Array.from(values, (value) => sortIndex.get(value) ?? 0);
    this.sorts = order.length;
    this.counts = new Int32Array(sizes.length * this.sorts);
    this.shares = new Float64Array(sizes.length * this.sorts);
    const totals = new Int32Array(this.sorts);
    for (const sort of this.sortOf) totals[sort] = (totals[sort] ?? 0) + 1;
    for (const [group, size] of sizes.entries()) {
      for (const [sort, total] of totals.entries()) {
        this.shares[group * this.sorts + sort] = (total * size) / values.length;
      }
    }
  }

  count(person: number, group: number): number {
    return this.counts[this.at(person, group)] ?? 0;
  }

  /** How much farther from its share one more takes a group. */
  strain(person: number, group: number): number {
    const at = this.at(person, group);
    return 2 * ((this.counts[at] ?? 0) - (this.shares[at] ?? 0)) + 1;
  }

  change(person: number, group: number, by: 1 | -1): void {
    const at = this.at(person, group);
    this.counts[at] = (this.counts[at] ?? 0) + by;
  }

  private at(person: number, group: number): number {
    return group * this.sorts + (this.sortOf[person] ?? 0);
  }
}

function partners(
  pairs: Iterable<Pair>,
  indexOf: ReadonlyMap<string, number>,
  people: number,
): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: people }, () => []);
  for (const [one, other] of pairs) {
    const first = indexOf.get(one);
    const second = indexOf.get(other);
    if (first === undefined || second === undefined || first === second) continue;
    found[first]?.push(second);
    found[second]?.push(first);
  }
  return found;
}

function* pairsWhoMet(seating: Seating, indexOf: ReadonlyMap<string, number>): Generator<Pair> {
  const groups = new Map<string, string[]>();
  for (const [personId, groupId] of seating) {
    if (!indexOf.has(personId)) continue;
    const group = groups.get(groupId) ?? [];
    for (const other of group) yield [personId, other];
    group.push(personId);
    groups.set(groupId, group);
  }
}
