import { describe, expect, test } from "vitest";
import { findingLines } from "../../../client/features/rounds/finding-lines.ts";
import { groupInSlices } from "../../../client/features/rounds/group-in-slices.ts";
import {
  byRoster,
  emptyGroup,
  resized,
  sameAs,
  usualGroupCount,
  withRosterLeaders,
} from "../../../client/features/rounds/plans.ts";
import type { Person } from "../../../client/features/rounds/use-rounds.ts";
import { groupPeople } from "../../../shared/domain/grouping/group-people.ts";
import type { Finding } from "../../../shared/domain/grouping/report.ts";
import { rounds as enWords } from "../../../shared/messages/en/rooms/rounds.ts";
import { en } from "../../../shared/messages/en.ts";
import { rounds as words } from "../../../shared/messages/zh-CN/rooms/rounds.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { ALL_RULES, sampleGroups, sampleSeated } from "../../support/sample/grouping-problems.ts";

function person(personId: string, change: Partial<Person> = {}): Person {
  return {
    id: `person:${personId}`,
    kind: "person",
    rev: 1,
    personId,
    order: 1,
    name: personId,
    unit: "滑县政府",
    post: null,
    side: "county",
    duties: [],
    group: null,
    roomId: null,
    ...change,
  };
}

const groupOf = (roomId: string, change = {}) => ({ ...emptyGroup(roomId, roomId), ...change });

describe("plans of rounds", () => {
  test("by the roster: spellings of a group are one, groups that are missing are added, who is locked stays", () => {
    const people = [
      person("a", { group: "1组" }),
      person("b", { group: "第三组" }),
      person("c", { group: "三组" }),
      person("d"),
      person("e", { group: "第一组" }),
    ];
    const groups = [groupOf("第一组"), groupOf("第二组", { locked: ["e"], free: ["d"] })];
    expect(byRoster(groups, people, (name) => emptyGroup(`new ${name}`, name))).toEqual([
      groupOf("第一组", { free: ["a"] }),
      groupOf("第二组", { locked: ["e"], free: ["d"] }),
      { ...emptyGroup("new 第三组", "第三组"), free: ["b", "c"] },
    ]);
  });

  test("as before: the same people and leaders, nobody locked", () => {
    const before = groupOf("第一组", { locked: ["a"], free: ["b"], leaderId: "a" });
    expect(sameAs({ groups: [before] })).toEqual([groupOf("第一组", { free: ["a", "b"], leaderId: "a" })]);
  });

  test("more groups are named on in the row, fewer lose the last", () => {
    const two = resized([groupOf("第二组")], 2, words.groupName, () => "new");
    expect(two.map(({ name }) => name)).toEqual(["第二组", "第一组"]);
    expect(resized(two, 1, words.groupName, () => "new")).toEqual([groupOf("第二组")]);
    expect([0, 5, 64, 300, 2_000].map(usualGroupCount)).toEqual([2, 2, 8, 30, 30]);
  });

  test("the roster's 组长 lead: where they stay, where the roster has them, else the next group", () => {
    const leads = (personId: string, change = {}) => person(personId, { duties: ["leader"], ...change });
    const people = [
      leads("named"),
      leads("any"),
      leads("second", { group: "第二组" }),
      leads("stays", { group: "第二组" }),
      leads("away", { removed: true }),
      person("nobody"),
    ];
    const groups = [
      groupOf("第一组", { leaderId: "named" }),
      groupOf("第二组"),
      groupOf("第三组", { locked: ["stays"] }),
      groupOf("第四组"),
      groupOf("第五组"),
    ];
    expect(withRosterLeaders(groups, people).map(({ leaderId }) => leaderId)).toEqual([
      "named",
      "second",
      "stays",
      "any",
      null,
    ]);
  });

  test("[B1] in slices it comes to the same", async () => {
    const problem = {
      people: sampleSeated(120, 20),
      groups: sampleGroups(12),
      locked: new Map(),
      rules: ALL_RULES,
      met: [],
      seed: 5,
    };
    expect(await groupInSlices(problem)).toEqual(groupPeople(problem));
  });
});

describe("[B2] what was met, in words", () => {
  const findings: Finding[] = [
    { rule: "sizes", min: 2, max: 5, empty: 1, reason: "max" },
    { rule: "sides", faults: [{ sort: "municipal", min: 0, max: 3 }] },
    { rule: "posts", faults: [] },
    {
      rule: "units",
      faults: [
        { unit: "市财政局", people: 5, pairs: 1, unavoidable: 1 },
        { unit: "滑县政府", people: 2, pairs: 1, unavoidable: 0 },
      ],
    },
    { rule: "apart", pairs: 2, faults: [{ pair: ["a", "b"], reason: "locked" }] },
    { rule: "together", pairs: 1, faults: [] },
    { rule: "met", again: 7, unavoidable: 4, faults: [["a", "b"]] },
    { rule: "leaders", faults: ["a"] },
  ];

  test("each fault has its sentence and its reason, each rule that was met its own", () => {
    const lines = findingLines(findings, {
      messages: zhCN,
      rounds: words,
      nameOf: (id) => `${id}某`,
      groups: 4,
    });
    expect(lines.filter(({ isMet }) => isMet).map(({ text }) => text)).toEqual([
      "正职、副职各组均匀",
      "要同组的 1 对都在一起",
    ]);
    expect(lines.filter(({ isMet }) => !isMet).map(({ text }) => text)).toEqual([
      "各组人数不均，2–5 人：有的组座位有限",
      "有 1 个组没有人",
      "市直没分匀，每组 0–3 人：别的要求挡住了",
      "市财政局有 5 人，只有 4 个组，至少 1 对同组",
      "滑县政府有 1 对同组：有人锁定，或别的要求挡住了",
      "a某、b某 没能分开：有人锁定或定了职务",
      "有 7 对再次同组：组数不够，至少 4 对免不了",
      "组长 a某：有人锁定或定了职务",
    ]);
    expect(findingLines(findings, { messages: en, rounds: enWords, nameOf: String, groups: 4 })).toHaveLength(
      lines.length,
    );
  });
});
