import { describe, expect, test } from "vitest";
import { newRoom } from "../../../shared/domain/rooms/judge.ts";
import type { RosterPlan } from "../../../shared/domain/roster/plan.ts";
import { type RosterRow, rosterUploadSchema, rowsOfUpload } from "../../../shared/domain/roster/row.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";

import { changesOf, imported, notesOf, planner, reasons, rowsOf } from "../../support/sample/roster-plans.ts";

describe("a row by itself", () => {
  test.each([
    [{ unit: "滑县" }, "name_missing"],
    [{ name: " 　", unit: "滑县" }, "name_missing"],
    [{ name: "甲某", unit: "/" }, "unit_missing"],
    [{ name: "甲".repeat(31), unit: "滑县" }, "name_too_long"],
    [{ name: "甲某", unit: "县".repeat(41) }, "unit_too_long"],
    [{ name: "甲某", unit: "滑县", post: "长".repeat(61) }, "post_too_long"],
    [{ name: "甲某", unit: "滑县", group: "组".repeat(41) }, "group_too_long"],
    [{ name: "甲某", unit: "滑县", seat: "1".repeat(21) }, "seat_too_long"],
    [{ name: "甲\uFFFD", unit: "滑县" }, "text_unreadable"],
    [{ name: "甲\u0007某", unit: "滑县" }, "text_unreadable"],
    [{ name: "#N/A", unit: "滑县" }, "formula_error"],
    [{ name: "甲某", unit: "滑县", side: "火星" }, "side_unknown"],
    [{ name: "钱甲\n孙乙", unit: "滑县", post: "局长\n副局长" }, "name_several"],
    [{ name: "钱甲（女）、孙乙", unit: "滑县" }, "name_several"],
    [{ name: "买买提·艾力/阿依古丽", unit: "滑县" }, "name_several"],
  ] as const)("%j is refused: %s, and the row beside it is not", (cells, reason) => {
    const plan = planner()(rowsOf(cells, { name: "乙某", unit: "滑县" }));
    expect(reasons(plan)).toEqual([reason, "new"]);
    expect(plan.people.map(({ name }) => name)).toEqual(["乙某"]);
  });

  test.each([
    ["张\n三", "张三", []],
    ["欧阳\n建国", "欧阳建国", []],
    ["诸葛 亮", "诸葛亮", []],
    ["买买提·\n艾力", "买买提·艾力", []],
    ["钱甲（女）", "钱甲", ["name_remark"]],
    ["钱 甲 (女、满族)", "钱甲", ["name_remark"]],
    ["王伟（大）", "王伟（大）", []],
    ["钱甲 孙乙", "钱甲孙乙", ["name_spaced"]],
    ["John Smith", "John Smith", []],
  ])("%j is one name, %s, and what is doubtful about it is told", (name, stored, notes) => {
    const [row] = planner()(rowsOf({ name, unit: "滑县", side: "县区" })).rows;
    expect(row?.status === "new" && row.person.name).toBe(stored);
    expect(notesOf(row)).toEqual(notes);
  });

  test("radicals out of a PDF are the characters meant", () => {
    const cells = { name: "⻢建国", unit: "市⻄城管委会", post: "局⻓" };
    const [person] = planner()(rowsOf(cells)).people;
    expect([person?.name, person?.unit, person?.post]).toEqual(["马建国", "市西城管委会", "局长"]);
  });

  test("what nobody sees in a cell is not stored", () => {
    const [person] = planner()(rowsOf({ name: "\u200B张\u200E三\u00AD", unit: "滑县\uFEFF财政局" })).people;
    expect([person?.name, person?.unit]).toEqual(["张三", "滑县财政局"]);
  });

  test.each([
    ["县区干部", "county"],
    ["县（区）", "county"],
    ["市 直 部 门", "municipal"],
    ["会务组", "staff"],
    ["工作人员", "staff"],
    ["列席人员", "observer"],
    ["观察员", "observer"],
    ["Municipal", "municipal"],
    ["授课老师", "expert"],
    ["特邀专家", "expert"],
    ["上级部门", "expert"],
    ["省直单位", "expert"],
  ])("side %s is %s", (side, expected) => {
    expect(planner()(rowsOf({ name: "甲某", unit: "统计局", side })).people[0]?.side).toBe(expected);
  });

  test("a side left out is told from the unit, and the row says so", () => {
    const plan = planner()(
      rowsOf(
        { name: "甲某", unit: "市财政局" },
        { name: "乙某", unit: "滑县财政局", side: "学员" },
        { name: "丙某", unit: "省债管办" },
      ),
    );
    expect(plan.people.map(({ side }) => side)).toEqual(["municipal", "county", "expert"]);
    expect(plan.rows.map(notesOf)).toEqual([["side_inferred"], ["side_inferred"], ["side_inferred"]]);
  });

  test.each([
    ["主持人、记录员", ["moderator", "recorder"], []],
    ["组长兼记录", ["recorder", "leader"], []],
    ["第一组组长/召集人", ["leader"], []],
    ["无", [], []],
    ["副组长,主持", ["moderator"], ["duty_ignored"]],
  ])("duties %s", (duties, expected, notes) => {
    const plan = planner()(rowsOf({ name: "甲某", unit: "滑县", side: "县区", duties }));
    expect(plan.people[0]?.duties).toEqual(expected);
    expect(notesOf(plan.rows[0])).toEqual(notes);
  });

  test("a duty under 身份 is a duty; a seat turned into a date and an order in words are told", () => {
    const cells = { name: "甲某", unit: "滑县", side: "组长", seat: "45363", order: "末位" };
    const plan = planner()(rowsOf(cells));
    expect(plan.people[0]).toMatchObject({ side: "county", duties: ["leader"] });
    expect(notesOf(plan.rows[0])).toEqual(["seat_like_date", "side_inferred", "order_ignored"]);
  });

  test("groups without a room are named once, however written", () => {
    const room = {
      id: "room:r",
      kind: "room",
      rev: 1,
      ...newRoom({ roomId: "r", name: "第一组", kind: "breakout" }, 0),
    } as const;
    const person = (name: string, group: string) => ({ name, unit: "滑县", side: "县区", group });
    const plan = planner()(
      rowsOf(person("甲", "1组"), person("乙", "三组"), person("丙", "第3组")),
      [],
      [room],
    );
    expect(plan.unknownGroups).toEqual(["三组"]);
    expect(plan.rows.map(notesOf)).toEqual([[], ["group_without_room"], ["group_without_room"]]);
  });
});

describe("order", () => {
  const part = (rows: RosterRow[], number: number) =>
    rows.map((row) => ({ ...row, sheet: `${number}`, part: number }));
  const numbered = (...orders: string[]) =>
    rowsOf(...orders.map((order, i) => ({ name: `人${order}${i}`, unit: "滑县", order })));
  const ordersOf = (plan: RosterPlan) => plan.people.map(({ order }) => order);

  test("stands as given, also with gaps and ties in one sheet", () => {
    expect(ordersOf(planner()(numbered("10", "7.", "第7号", "⑨")))).toEqual([10, 7, 7, 9]);
  });

  test("is numbered through where every sheet counts from 1", () => {
    const rows = [
      ...part(numbered("2", "1"), 0),
      ...part(rowsOf({ name: "丙", unit: "滑县", order: "1" }), 1),
    ];
    expect(ordersOf(planner()(rows))).toEqual([2, 1, 3]);
  });

  test("is that of the rows where nobody is numbered, unless others are on the roster too", () => {
    const plan = planner();
    const rows = rowsOf({ name: "甲", unit: "滑县" }, { name: "乙", unit: "滑县" });
    const people = imported(plan(rows));
    expect(ordersOf(plan(rows.toReversed(), people))).toEqual([1, 2]);
    expect(
      ordersOf(plan(rowsOf({ name: "丙", unit: "滑县" }, { name: "乙", unit: "滑县" }), people)),
    ).toEqual([3, 2]);
  });
});

describe("who a row is", () => {
  const base = { name: "张三", unit: "滑县财政局", post: "局长", side: "县区" };

  test.each([
    "买买提 • 艾力",
    "买买提艾力",
    "买买提.艾力",
    "买买提．艾力",
    "买买提‧艾力",
    "买买提・艾力",
    "买买提\u200B·艾力",
    "买买提·艾\u{E0100}力\uFE0F",
    "买买提·艾力\u3164",
    "买买提·艾力（维吾尔族）",
  ])("spelled %j it is the same person", (name) => {
    const plan = planner();
    const people = imported(plan(rowsOf({ ...base, name: "买买提·艾力" })));
    const again = plan(rowsOf({ ...base, name, unit: "滑县　财政局" }), people);
    expect(again.people[0]?.personId).toBe(people[0]?.personId);
    expect(again.absent).toEqual([]);
  });

  test("stored with radicals by an earlier version it is the same person", () => {
    const plan = planner();
    const [stored] = imported(plan(rowsOf({ ...base, name: "马建国", unit: "滑县民政局" })));
    const before = stored === undefined ? [] : [{ ...stored, name: "⻢建国", unit: "滑县⺠政局" }];
    const again = plan(rowsOf({ ...base, name: "马建国", unit: "滑县民政局" }), before);
    expect(again.people[0]?.personId).toBe(stored?.personId);
    expect(changesOf(again.rows[0]).map(({ field }) => field)).toEqual(["name", "unit"]);
  });

  test("a changed post keeps the person and is told before and after", () => {
    const plan = planner();
    const people = imported(plan(rowsOf(base)));
    const again = plan(rowsOf({ ...base, post: "县长" }), people);
    expect(again.people[0]?.personId).toBe(people[0]?.personId);
    expect(changesOf(again.rows[0])).toEqual([{ field: "post", before: "局长", after: "县长" }]);
  });

  test("a changed unit keeps the person where name and post occur once on both sides, and says so", () => {
    const plan = planner();
    const people = imported(plan(rowsOf(base)));
    const moved = { ...base, unit: "滑县财政和金融局" };
    const again = plan(rowsOf(moved), people);
    expect(again.people[0]?.personId).toBe(people[0]?.personId);
    expect(notesOf(again.rows[0])).toEqual(["matched_by_name"]);
    const withNamesake = plan(rowsOf(moved, { ...base, unit: "内黄县" }), people);
    expect(withNamesake.people.map(({ personId }) => personId)).not.toContain(people[0]?.personId);
    const bothChanged = plan(rowsOf({ ...moved, post: "科长" }), people);
    expect(reasons(bothChanged)).toEqual(["new"]);
    expect(bothChanged.absent).toEqual(people);
  });

  test("two of one name in one unit are told apart by post, and refused when that cannot be", () => {
    const plan = planner();
    const two = rowsOf({ ...base, order: "1" }, { ...base, order: "2", post: "科员" });
    const people = imported(plan(two));
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(2);
    expect(reasons(plan(two.toReversed(), people))).toEqual(["unchanged", "unchanged"]);
    expect(reasons(plan(rowsOf({ ...base, post: "县长" }, { ...base, post: "书记" }), people))).toEqual([
      "person_ambiguous",
      "person_ambiguous",
    ]);
    expect(reasons(plan(rowsOf({ name: base.name, unit: base.unit }), people))).toEqual(["person_ambiguous"]);
  });

  test("a row said twice is refused with the row it repeats", () => {
    const plan = planner()(rowsOf(base, { ...base, group: "二组" }, { ...base, post: "" }));
    expect(reasons(plan)).toEqual(["new", "duplicate_row", "duplicate_row"]);
    expect(plan.rows[1]).toMatchObject({ row: 2, other: { sheet: null, row: 1 } });
  });

  test("somebody taken off the roster comes back as the same person", () => {
    const plan = planner();
    const people = imported(plan(rowsOf(base))).map((person) => ({ ...person, removed: true }));
    const again = plan(rowsOf(base), people);
    expect(again.people[0]?.personId).toBe(people[0]?.personId);
    expect(changesOf(again.rows[0])).toEqual([{ field: "removed", before: true, after: false }]);
  });

  test("a column the file lacks leaves the field, a blank cell clears it", () => {
    const plan = planner();
    const people = imported(plan(rowsOf({ ...base, group: "一组", seat: "A1" })));
    const again = plan(rowsOf({ ...base, seat: "" }), people);
    expect(again.people[0]).toMatchObject({ group: "一组", seat: null });
  });
});

test("more people than a session may hold refuse the file", () => {
  const people = Array.from({ length: LIMITS.peopleMax + 1 }, (_, i) => ({ name: `人${i}`, unit: "滑县" }));
  expect(planner()(rowsOf(...people)).refusal).toEqual({
    code: "too_many_people",
    details: { people: LIMITS.peopleMax + 1, peopleMax: LIMITS.peopleMax },
  });
  expect(planner()(rowsOf(...people.slice(1))).refusal).toBeNull();
});

test("rows given as JSON go the same way", () => {
  const upload = rosterUploadSchema.parse({
    people: [
      { order: 3, name: "张 三", unit: "滑县", side: "county", duties: ["leader", "recorder"], group: null },
      { name: "", unit: "滑县", side: "staff" },
    ],
  });
  const plan = planner()(rowsOfUpload(upload));
  expect(reasons(plan)).toEqual(["new", "name_missing"]);
  expect(plan.people[0]).toMatchObject({
    order: 3,
    name: "张三",
    duties: ["recorder", "leader"],
    group: null,
    seat: null,
  });
});
