import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupPeople } from "../../../shared/domain/grouping/group-people.ts";
import { postRank } from "../../../shared/domain/grouping/post-rank.ts";
import type { GroupingProblem, Seating } from "../../../shared/domain/grouping/problem.ts";
import { type Finding, reportOn } from "../../../shared/domain/grouping/report.ts";
import { unavoidablePairs } from "../../../shared/domain/grouping/unavoidable.ts";
import { grouping, NO_RULES, sampleGroups, sampleSeated } from "../../support/sample/grouping-problems.ts";

/** Which rules are broken, and how often, counted in the plainest way there is: pair by pair. */
function countedAnew(problem: GroupingProblem, seating: Seating) {
  const { people, groups, rules, met } = problem;
  const at = (personId: string) => seating.get(personId);
  const isTogether = (one: string, other: string) => at(one) === at(other);
  const pairs = people.flatMap((one, index) => people.slice(index + 1).map((other) => [one, other] as const));
  const known = (personId: string) => people.some((person) => person.personId === personId);
  const wrong = (
    wanted: readonly (readonly [string, string])[],
    isWrong: (one: string, other: string) => boolean,
  ) =>
    wanted.filter(([one, other]) => one !== other && known(one) && known(other) && isWrong(one, other))
      .length;
  const uneven = (sortOf: (person: (typeof people)[number]) => string) =>
    [...new Set(people.map(sortOf))].filter((sort) =>
      groups.some(({ groupId }) => {
        const here = people.filter(({ personId }) => at(personId) === groupId);
        const share =
          (people.filter((person) => sortOf(person) === sort).length * here.length) / people.length;
        return Math.abs(here.filter((person) => sortOf(person) === sort).length - share) >= 1;
      }),
    ).length;
  return {
    sides: rules.balanceSides ? uneven(({ side }) => side) : 0,
    posts: rules.balancePosts ? uneven(({ post }) => postRank(post)) : 0,
    units: rules.apartUnits
      ? pairs.filter(([one, other]) => one.unit === other.unit && isTogether(one.personId, other.personId))
          .length
      : 0,
    apart: wrong(rules.apart, isTogether),
    together: wrong(rules.together, (one, other) => !isTogether(one, other)),
    met: pairs.filter(
      ([{ personId: one }, { personId: other }]) =>
        isTogether(one, other) &&
        met.some((before) => before.get(one) !== undefined && before.get(one) === before.get(other)),
    ).length,
    leaders: groups.filter(({ groupId, leaderId }) => leaderId !== null && at(leaderId) !== groupId).length,
    recorders: groups.filter(({ groupId, recorderId }) => recorderId !== null && at(recorderId) !== groupId)
      .length,
  };
}

function countedIn(report: readonly Finding[]) {
  const of = (rule: Finding["rule"]) => {
    const finding = report.find((one) => one.rule === rule);
    if (finding === undefined || finding.rule === "sizes") return 0;
    if (finding.rule === "units") return finding.faults.reduce((sum, { pairs }) => sum + pairs, 0);
    return finding.faults.length;
  };
  const rules = ["sides", "posts", "units", "apart", "together", "met", "leaders", "recorders"] as const;
  return Object.fromEntries(rules.map((rule) => [rule, of(rule)]));
}

describe("[B2] what was met and what was not", () => {
  test("the report says what counting anew says, of whatever seating", () => {
    fc.assert(
      fc.property(grouping, fc.boolean(), fc.nat(), (problem, isFound, turn) => {
        const { people, groups } = problem;
        const seating = isFound
          ? groupPeople(problem)
          : new Map(
              people.map(({ personId }, at) => [
                personId,
                groups[(at * at + turn) % groups.length]?.groupId ?? "",
              ]),
            );
        expect(countedIn(reportOn(problem, seating))).toEqual(countedAnew(problem, seating));
      }),
      { numRuns: 150 },
    );
  });

  test("a unit of more people than groups has pairs that cannot be helped", () => {
    expect([
      unavoidablePairs(3, 4),
      unavoidablePairs(5, 4),
      unavoidablePairs(9, 4),
      unavoidablePairs(2, 1),
    ]).toEqual([0, 1, 6, 1]);
    const problem: GroupingProblem = {
      people: sampleSeated(12, 2),
      groups: sampleGroups(4),
      locked: new Map(),
      rules: { ...NO_RULES, apartUnits: true },
      met: [],
      seed: 3,
    };
    const report = reportOn(problem, groupPeople(problem));
    expect(report.find(({ rule }) => rule === "units")).toEqual({
      rule: "units",
      faults: [
        { unit: "单位0", people: 6, pairs: 2, unavoidable: 2 },
        { unit: "单位1", people: 6, pairs: 2, unavoidable: 2 },
      ],
    });
  });

  test("each pair that could not be put right has its reason", () => {
    const people = sampleSeated(6, 6);
    const problem: GroupingProblem = {
      people,
      groups: sampleGroups(2),
      locked: new Map([
        ["p0", "g0"],
        ["p1", "g0"],
        ["p2", "g1"],
      ]),
      rules: {
        ...NO_RULES,
        apart: [
          ["p0", "p1"],
          ["p3", "p4"],
        ],
        together: [
          ["p0", "p2"],
          ["p3", "p4"],
        ],
      },
      met: [],
      seed: 1,
    };
    const report = reportOn(problem, groupPeople(problem));
    expect(report.filter(({ rule }) => rule === "apart" || rule === "together")).toEqual([
      { rule: "apart", pairs: 2, faults: expect.arrayContaining([{ pair: ["p0", "p1"], reason: "locked" }]) },
      {
        rule: "together",
        pairs: 2,
        faults: expect.arrayContaining([{ pair: ["p0", "p2"], reason: "locked" }]),
      },
    ]);
    const contrary = report.flatMap((finding) =>
      finding.rule === "apart" || finding.rule === "together" ? finding.faults : [],
    );
    expect(contrary).toContainEqual({ pair: ["p3", "p4"], reason: "opposed" });
    const tight: GroupingProblem = {
      ...problem,
      groups: sampleGroups(3),
      locked: new Map(),
      rules: {
        ...NO_RULES,
        together: [
          ["p0", "p1"],
          ["p1", "p2"],
        ],
      },
    };
    expect(reportOn(tight, groupPeople(tight))).toMatchObject([
      { rule: "sizes", reason: null },
      { rule: "together", pairs: 2, faults: [{ reason: "size" }] },
    ]);
  });

  test("sizes that differ have their reason", () => {
    const sizes = (change: Partial<GroupingProblem>) => {
      const problem: GroupingProblem = {
        people: sampleSeated(8, 8),
        groups: sampleGroups(2),
        locked: new Map(),
        rules: NO_RULES,
        met: [],
        seed: 1,
        ...change,
      };
      return reportOn(problem, groupPeople(problem))[0];
    };
    const limited = (max: number) =>
      sampleGroups(2).map((group, at) => (at === 0 ? { ...group, max } : group));
    expect(sizes({})).toEqual({ rule: "sizes", min: 4, max: 4, empty: 0, reason: null });
    expect(sizes({ groups: limited(2) })).toEqual({ rule: "sizes", min: 2, max: 6, empty: 0, reason: "max" });
    expect(sizes({ groups: sampleGroups(2).map((group) => ({ ...group, max: 3 })) })).toMatchObject({
      reason: "overfull",
    });
    const locked = new Map(sampleSeated(6, 6).map(({ personId }) => [personId, "g1"]));
    expect(sizes({ locked })).toEqual({ rule: "sizes", min: 2, max: 6, empty: 0, reason: "locked" });
  });

  test("ranks of posts", () => {
    const ranks = [
      "局长",
      "党组书记、局长",
      "副县长",
      "局长助理",
      "常务副县长",
      "科员",
      "主任（兼）",
      null,
    ].map(postRank);
    expect(ranks).toEqual(["head", "head", "deputy", "deputy", "deputy", "other", "head", "other"]);
  });
});
