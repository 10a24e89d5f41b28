import { describe, expect, test } from "vitest";
import {
  decidedCounts,
  NOTHING_DECIDED,
  sentDecisions,
  stillAbsent,
  withRemoved,
  withRename,
} from "../../../../client/features/roster/import/import-decisions.ts";
import { isNearName } from "../../../../client/features/roster/import/near-names.ts";
import { entryOf, readCorrection, updateOf } from "../../../../client/features/roster/people/person-entry.ts";
import type { RosterReply } from "../../../../client/features/roster/roster-reply.ts";
import { loadReadText } from "../../../../client/ui/search/pinyin-match.ts";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import type { PlannedRow } from "../../../../shared/domain/roster/planned-row.ts";

const read = await loadReadText();

describe("a near name", () => {
  test.each([
    ["张伟明", "张伟名", true],
    ["张伟明", "张伟", true],
    ["张伟", "张伟明", true],
    ["张伟明", "张明伟", true],
    ["张伟明", "章炜鸣", true],
    ["买买提·艾力", "买买提艾利", true],
    ["吕明", "旅鸣", true],
    ["张伟明", "李伟强", false],
    ["张伟明", "伟张鸣", false],
    ["张伟明", "张", false],
    ["王小明华", "王大明", false],
  ])("%s and %s: %s", (one, other, expected) => {
    expect(isNearName(one, other, read)).toBe(expected);
    expect(isNearName(other, one, read)).toBe(expected);
  });

  test("is told by its characters alone until the pinyin is there", () => {
    expect(isNearName("张伟明", "张伟名", () => undefined)).toBe(true);
    expect(isNearName("张伟明", "章炜鸣", () => undefined)).toBe(false);
  });
});

const PERSON: PersonRecord = {
  id: "person:p",
  kind: "person",
  rev: 1,
  personId: "p",
  order: 3,
  name: "郑文海",
  unit: "文峰区财政局",
  post: null,
  side: "county",
  sideGuessed: true,
  duties: [],
  group: "第一组",
  seat: null,
  roomId: null,
  arrivedAt: null,
  removed: false,
};

describe("a corrected row", () => {
  test("is read as a row of a table is, and says what it changes and how that is taken back", () => {
    const entry = { ...entryOf(PERSON), name: "郑文 浩（女）", post: "局 长", group: " ", side: "observer" };
    const correction = readCorrection(PERSON, { ...entry, side: "observer" });
    if (!correction.ok) throw new Error(correction.reason);
    expect(updateOf(PERSON, correction.changes, "after")).toEqual({
      type: "person.update",
      personId: "p",
      name: "郑文浩",
      post: "局长",
      side: "observer",
      group: null,
    });
    expect(updateOf(PERSON, correction.changes, "before")).toEqual({
      type: "person.update",
      personId: "p",
      name: "郑文海",
      post: null,
      side: "county",
      sideGuessed: true,
      group: "第一组",
    });
  });

  test("that was not touched changes nothing, however it is spelled", () => {
    const odd = { ...PERSON, name: "钱甲、孙乙", post: " 局 长" };
    expect(readCorrection(odd, entryOf(odd))).toEqual({ ok: true, changes: [] });
  });

  test.each([
    [{ name: " " }, { field: "name", reason: "name_missing" }],
    [{ name: "钱甲、孙乙" }, { field: "name", reason: "name_several" }],
    [{ unit: "单".repeat(41) }, { field: "unit", reason: "unit_too_long" }],
    [{ order: "1.5" }, { field: "order", reason: "order_wrong" }],
    [{ order: "1000001" }, { field: "order", reason: "order_wrong" }],
  ] as const)("with %j is not sent", (typed, problem) => {
    expect(readCorrection(PERSON, { ...entryOf(PERSON), ...typed })).toEqual({ ok: false, ...problem });
  });
});

describe("what is decided of a preview", () => {
  const row = (at: number): PlannedRow => {
    const { personId, order, name, unit, post, side, duties, group, seat } = PERSON;
    const person = { personId, order, name, unit, post, side, duties, group, seat };
    return { sheet: null, row: at, status: "new", person, notes: [] };
  };
  const [first, second] = [row(2), row(3)];
  const absent = ["a", "b"].map((personId) => ({ personId, name: personId, unit: "滑县" }));
  const plan: RosterReply = {
    people: [],
    rejected: [],
    rows: [first, second],
    unknownGroups: [],
    absent,
    removed: [],
    sheets: [],
  };

  test("one row is one person, and who has a new name is neither absent nor removed", () => {
    const removing = withRemoved(NOTHING_DECIDED, ["a", "b"], true);
    const renamed = withRename(withRename(removing, first, "a"), second, "a");
    expect(sentDecisions(renamed)).toEqual({
      renamed: [{ sheet: null, row: 3, personId: "a" }],
      removed: ["b"],
    });
    expect(stillAbsent(plan, renamed).map(({ personId }) => personId)).toEqual(["b"]);
    expect(decidedCounts(plan, renamed)).toMatchObject({ new: 1, changed: 1 });
    expect(sentDecisions(withRename(renamed, second, null)).renamed).toEqual([]);
    expect(sentDecisions(withRemoved(removing, ["b"], false)).removed).toEqual(["a"]);
  });
});
