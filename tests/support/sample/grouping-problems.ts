import fc from "fast-check";
import type { GroupingProblem, Pair, Seated } from "../../../shared/domain/grouping/problem.ts";

const SIDES = ["county", "municipal", "expert"] as const;
const POSTS = ["局长", "副局长", "科员", null] as const;

/** So many people of so many units, by halves of two sides, with posts in turn. */
export function sampleSeated(count: number, units: number): Seated[] {
  return Array.from({ length: count }, (_, at) => ({
    personId: `p${at}`,
    unit: `单位${at % units}`,
    side: at % units < units / 2 ? "county" : "municipal",
    post: POSTS[Math.floor(at / units) % 3] ?? null,
  }));
}

export function sampleGroups(count: number): GroupingProblem["groups"] {
  return Array.from({ length: count }, (_, at) => ({
    groupId: `g${at}`,
    max: null,
    leaderId: null,
    recorderId: null,
  }));
}

export const NO_RULES = {
  balanceSides: false,
  balancePosts: false,
  apartUnits: false,
  apart: [],
  together: [],
};

export const ALL_RULES = { ...NO_RULES, balanceSides: true, balancePosts: true, apartUnits: true };

/** Problems sensible and not: pairs against each other, locks everywhere, leaders of nowhere, too few seats, people met before. */
export const grouping: fc.Arbitrary<GroupingProblem> = fc
  .record({ people: fc.integer({ min: 0, max: 24 }), groups: fc.integer({ min: 1, max: 6 }) })
  .chain(({ people, groups }) => {
    const personId = fc.integer({ min: 0, max: people + 1 }).map((at) => `p${at}`);
    const groupId = fc.integer({ min: 0, max: groups }).map((at) => `g${at}`);
    const pairs = fc.array(fc.tuple(personId, personId) as fc.Arbitrary<Pair>, { maxLength: 6 });
    const seating = fc
      .array(fc.tuple(personId, groupId), { maxLength: people })
      .map((seats) => new Map(seats));
    const somebody = fc.option(personId, { freq: 1 });
    return fc.record({
      people: fc.tuple(
        ...Array.from({ length: people }, (_, at) =>
          fc.record({
            personId: fc.constant(`p${at}`),
            unit: fc.integer({ min: 0, max: 7 }).map((unit) => `单位${unit}`),
            side: fc.constantFrom(...SIDES),
            post: fc.constantFrom(...POSTS),
          }),
        ),
      ),
      groups: fc.tuple(
        ...Array.from({ length: groups }, (_, at) =>
          fc.record({
            groupId: fc.constant(`g${at}`),
            max: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 1 }),
            leaderId: somebody,
            recorderId: somebody,
          }),
        ),
      ),
      locked: fc.oneof(fc.constant(new Map<string, string>()), seating),
      rules: fc.record({
        balanceSides: fc.boolean(),
        balancePosts: fc.boolean(),
        apartUnits: fc.boolean(),
        apart: pairs,
        together: pairs,
      }),
      met: fc.array(seating, { maxLength: 2 }),
      seed: fc.nat(),
    });
  });
