import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupingInSlices, groupPeople } from "../../../shared/domain/grouping/group-people.ts";
import { fixedSeats, type GroupingProblem } from "../../../shared/domain/grouping/problem.ts";
import { isMet, reportOn } from "../../../shared/domain/grouping/report.ts";
import {
  ALL_RULES,
  grouping,
  NO_RULES,
  sampleGroups,
  sampleSeated,
} from "../../support/sample/grouping-problems.ts";

function sizesOf({ groups }: GroupingProblem, seating: ReadonlyMap<string, string>): number[] {
  return groups.map(({ groupId }) => [...seating.values()].filter((where) => where === groupId).length);
}

/** Nobody stays, nobody is named, nobody has met: what is wanted can be had. */
function open(people: number, units: number, groups: number): GroupingProblem {
  return {
    people: sampleSeated(people, units),
    groups: sampleGroups(groups),
    locked: new Map(),
    rules: ALL_RULES,
    met: [],
    seed: 11,
  };
}

describe("[B1] seats", () => {
  test("everybody sits once, in a group that there is; who is locked or named sits there; the same seed gives the same", () => {
    fc.assert(
      fc.property(grouping, (problem) => {
        const seating = groupPeople(problem);
        expect([...seating.keys()]).toEqual(problem.people.map(({ personId }) => personId));
        const places = new Set(problem.groups.map(({ groupId }) => groupId));
        for (const groupId of seating.values()) expect(places).toContain(groupId);
        for (const [personId, groupId] of fixedSeats(problem)) expect(seating.get(personId)).toBe(groupId);
        for (const [personId, groupId] of problem.locked) {
          if (seating.has(personId) && places.has(groupId)) expect(seating.get(personId)).toBe(groupId);
        }
        expect(groupPeople(problem)).toEqual(seating);
      }),
      { numRuns: 60 },
    );
  });

  test("groups differ by one at the most where nobody stays and seats are not limited", () => {
    fc.assert(
      fc.property(grouping, (problem) => {
        const groups = problem.groups.map(({ groupId }) => ({
          groupId,
          max: null,
          leaderId: null,
          recorderId: null,
        }));
        const free = { ...problem, groups, locked: new Map<string, string>() };
        const sizes = sizesOf(free, groupPeople(free));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test("no group gets more than its seats while another has one free, unless those who stay are more", () => {
    fc.assert(
      fc.property(grouping, (problem) => {
        const seating = groupPeople(problem);
        const sizes = sizesOf(problem, seating);
        const fixed = [...fixedSeats(problem).values()];
        const isFree = problem.groups.some(
          ({ max }, at) => (sizes[at] ?? 0) < (max ?? Number.POSITIVE_INFINITY),
        );
        for (const [at, { groupId, max }] of problem.groups.entries()) {
          const stay = fixed.filter((where) => where === groupId).length;
          if (isFree && max !== null) expect(sizes[at]).toBeLessThanOrEqual(Math.max(max, stay));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("what can be had is had: 64 in 8, 300 in 30, 1,000 in 60, each with its share and no two of one unit", () => {
    for (const problem of [open(64, 16, 8), open(300, 60, 30), open(1_000, 100, 60)]) {
      const report = reportOn(problem, groupPeople(problem));
      expect(report.filter((finding) => !isMet(finding))).toEqual([]);
      expect(report.map(({ rule }) => rule)).toEqual(["sizes", "sides", "posts", "units"]);
    }
  });

  test("in a second round hardly anybody meets again, and named pairs are kept", () => {
    const first = { ...open(64, 16, 8), seed: 1 };
    const seating = groupPeople(first);
    const rules = { ...ALL_RULES, apart: [["p0", "p1"]], together: [["p2", "p3"]] } as const;
    const second = { ...first, met: [seating], rules, seed: 2 };
    const report = reportOn(second, groupPeople(second));
    const again = report.find((finding) => finding.rule === "met");
    expect(again).toMatchObject({ unavoidable: 0 });
    expect(again?.rule === "met" ? again.again : 99).toBeLessThan(12);
    expect(report.filter((finding) => finding.rule !== "met" && !isMet(finding))).toEqual([]);
  });

  test("more groups than people leaves groups empty, one person sits alone, nobody sits nowhere", () => {
    const few = { ...open(3, 3, 5), rules: NO_RULES };
    expect(sizesOf(few, groupPeople(few)).sort()).toEqual([0, 0, 1, 1, 1]);
    expect(reportOn(few, groupPeople(few))).toMatchObject([{ rule: "sizes", empty: 2, reason: null }]);
    const none = { ...open(0, 1, 2), rules: ALL_RULES };
    expect([...groupPeople(none)]).toEqual([]);
    expect(reportOn(none, groupPeople(none)).filter((finding) => !isMet(finding))).toEqual([]);
    expect(() => groupPeople({ ...open(2, 1, 0) })).toThrow("no groups");
  });

  test("another seed gives other seats, and only who is free moves", () => {
    const problem = open(64, 16, 8);
    const before = groupPeople(problem);
    const locked = new Map([...before].slice(0, 20));
    const after = groupPeople({ ...problem, locked, seed: 12 });
    const moved = [...after].filter(([personId, groupId]) => before.get(personId) !== groupId);
    expect(moved.length).toBeGreaterThan(10);
    expect(moved.filter(([personId]) => locked.has(personId))).toEqual([]);
  });

  test("a large grouping pauses often", () => {
    const slices = groupingInSlices(open(1_000, 100, 60));
    let pauses = 0;
    while (slices.next().done !== true) pauses += 1;
    expect(pauses).toBeGreaterThan(100);
  });
});
