import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import type { RosterDecisions, RosterRow } from "../../../shared/domain/roster/row.ts";
import { rosterPersonSchema } from "../../../shared/protocol/commands/people.ts";

import { changesOf, imported, planner, reasons, rowsOf } from "../../support/sample/roster-plans.ts";

describe("for any roster", () => {
  const word = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: undefined });
  const cells = fc.record({
    order: word("1", "2", "3", "", "末"),
    name: fc.oneof(
      fc.constantFrom("张三", "张 三", "李四", "王五", ""),
      fc.string({ maxLength: 4, unit: "binary" }),
    ),
    unit: fc.constantFrom("滑县", "滑　县", "市财政局", "内黄县", ""),
    post: word("局长", "局 长", "科员", "", "无"),
    side: word("县区", "市直部门", "会务", "学员", "火星", ""),
    duties: word("组长", "主持人、记录员", "司机", ""),
    group: word("一组", "1", "第2组", ""),
    seat: word("A1", "45363", ""),
  });
  const roster = fc.array(fc.record({ cells, part: fc.nat({ max: 2 }) }), { maxLength: 25 }).map((list) =>
    [...list]
      .sort((a, b) => a.part - b.part)
      .map(({ cells: { ...all }, part }, index): RosterRow => {
        const present = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined));
        return { sheet: `${part}`, row: index + 1, part, cells: present, notes: [] };
      }),
  );

  test("importing it again changes nothing, and refuses the same rows", () => {
    fc.assert(
      fc.property(roster, (rows) => {
        const plan = planner();
        const first = plan(rows);
        const again = plan(rows, imported(first));
        expect(reasons(again)).toEqual(
          reasons(first).map((status) => (status === "new" ? "unchanged" : status)),
        );
        expect(again.people).toEqual(first.people);
      }),
      { numRuns: 150 },
    );
  });

  test("whom a row is about does not depend on the order of rows or people", () => {
    fc.assert(
      fc.property(roster, roster, fc.infiniteStream(fc.nat()), (before, after, random) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, at: random.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const plan = planner();
        const people = imported(plan(before));
        const known = new Set(people.map(({ personId }) => personId));
        const identities = (rows: readonly RosterRow[], existing: readonly PersonRecord[]) =>
          plan(rows, existing)
            .people.filter(({ personId }) => known.has(personId))
            .map(({ personId, name, unit }) => `${personId} ${name.replaceAll(" ", "")} ${unit}`)
            .sort();
        expect(identities(shuffled(after), shuffled(people))).toEqual(identities(after, people));
      }),
      { numRuns: 150 },
    );
  });

  test("what it would import is valid, each person once, and every row is answered", () => {
    fc.assert(
      fc.property(roster, roster, (before, after) => {
        const plan = planner();
        const people = imported(plan(before));
        const second = plan(after, people);
        for (const person of second.people) expect(rosterPersonSchema.parse(person)).toEqual(person);
        expect(new Set(second.people.map(({ personId }) => personId)).size).toBe(second.people.length);
        expect(second.rows.map(({ row }) => row)).toEqual(after.map(({ row }) => row));
        const accepted = second.rows.filter(({ status }) => status !== "refused");
        expect(accepted).toHaveLength(second.people.length);
        expect(second.absent.length).toBe(
          people.filter(({ personId }) => !second.people.some((person) => person.personId === personId))
            .length,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe("[P2] a guessed side", () => {
  const unsaid = { name: "甲某", unit: "滑县财政局", post: "局长" };

  test("is marked, stays so while nobody says it, and follows a unit that is corrected", () => {
    const plan = planner();
    const people = imported(plan(rowsOf(unsaid)));
    expect(people[0]).toMatchObject({ side: "county", sideGuessed: true });
    const again = plan(rowsOf({ ...unsaid, side: "" }), people);
    expect(reasons(again)).toEqual(["unchanged"]);
    expect(again.people[0]?.sideGuessed).toBe(true);
    const moved = plan(rowsOf({ ...unsaid, unit: "市财政局" }), people);
    expect(moved.people[0]).toMatchObject({ side: "municipal", sideGuessed: true });
  });

  test("is one no more where a table says it, and what was said stays where a later one does not", () => {
    const plan = planner();
    const people = imported(plan(rowsOf(unsaid)));
    const said = plan(rowsOf({ ...unsaid, side: "县区" }), people);
    expect(changesOf(said.rows[0])).toEqual([{ field: "sideGuessed", before: true, after: false }]);
    const observer = plan(rowsOf({ ...unsaid, side: "列席" }), people);
    expect(changesOf(observer.rows[0]).map(({ field }) => field)).toEqual(["side"]);
    for (const cells of [unsaid, { ...unsaid, side: "" }]) {
      const later = plan(rowsOf(cells), imported(observer, people));
      expect(later.people[0]).toMatchObject({ side: "observer" });
      expect(later.people[0]?.sideGuessed).toBeUndefined();
    }
  });
});

describe("[P3] what is decided of a preview", () => {
  const at = (name: string, order = "1") => ({ name, unit: "滑县财政局", post: "局长", side: "县区", order });
  const decide = (decisions: Partial<RosterDecisions>): RosterDecisions => ({
    renamed: [],
    removed: [],
    ...decisions,
  });
  const plan = planner();
  const people = imported(plan(rowsOf(at("张三", "1"), at("李四", "2"), at("王五", "3"))));
  const [zhang, li, wang] = people.map(({ personId }) => personId);
  const renamed = (personId = zhang ?? "", row = 1) => ({ sheet: null, row, personId });

  test("somebody new is somebody known under a new name", () => {
    const again = plan(rowsOf(at("张山")), people, [], decide({ renamed: [renamed()] }));
    expect(again.people[0]).toMatchObject({ personId: zhang, name: "张山" });
    expect(changesOf(again.rows[0])).toEqual([{ field: "name", before: "张三", after: "张山" }]);
    expect(again.absent.map(({ name }) => name)).toEqual(["李四", "王五"]);
    const sentAgain = plan(rowsOf(at("张山")), imported(again, people), [], decide({ renamed: [renamed()] }));
    expect(reasons(sentAgain)).toEqual(["unchanged"]);
  });

  test("a row is refused whose person another row is about, or is off the roster", () => {
    const taken = plan(rowsOf(at("张山"), at("张三", "2")), people, [], decide({ renamed: [renamed()] }));
    expect(reasons(taken)).toEqual(["rename_outdated", "changed"]);
    const twice = decide({ renamed: [renamed(), renamed(zhang, 2)] });
    expect(reasons(plan(rowsOf(at("张山"), at("张叁", "2")), people, [], twice))).toEqual([
      "changed",
      "rename_outdated",
    ]);
    const gone = people.map((person) => ({ ...person, removed: true }));
    expect(reasons(plan(rowsOf(at("张山")), gone, [], decide({ renamed: [renamed()] })))).toEqual([
      "rename_outdated",
    ]);
  });

  test("who is in no row is removed where that is said, and nobody else", () => {
    const removed = [zhang ?? "", li ?? ""];
    const again = plan(rowsOf(at("张三")), people, [], decide({ removed }));
    expect(again.removed.map(({ name }) => name)).toEqual(["李四"]);
    expect(again.absent.map(({ personId }) => personId)).toEqual([wang]);
    expect(plan(rowsOf(at("张三")), people).removed).toEqual([]);
  });

  test("nobody is removed whose name stands in a row that is refused, or by a table of which no row is taken", () => {
    const removed = [li ?? "", wang ?? ""];
    const tooLong = { ...at("李四", "2"), seat: "1".repeat(21) };
    const again = plan(rowsOf(at("张三"), tooLong), people, [], decide({ removed }));
    expect(again.refusedByRow.map(({ name }) => name)).toEqual(["李四"]);
    expect(again.removed.map(({ name }) => name)).toEqual(["王五"]);
    const several = { ...at("李四、赵六"), unit: "滑县" };
    expect(plan(rowsOf(several), people, [], decide({ removed })).removed).toEqual([]);
  });

  test("whoever is removed, the others keep the places that the preview showed", () => {
    const { order: _order, ...unnumbered } = at("王五");
    const { order: _second, ...second } = at("张三");
    const rows = rowsOf(unnumbered, second);
    expect(plan(rows, people).people.map(({ order }) => order)).toEqual([3, 1]);
    const removing = plan(rows, people, [], decide({ removed: [li ?? ""] }));
    expect(removing.people.map(({ order }) => order)).toEqual([3, 1]);
  });
});
