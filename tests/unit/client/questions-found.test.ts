import { describe, expect, test } from "vitest";
import { sectionsOf, tableRows } from "../../../client/features/console/table/table-rows.ts";
import { inOrder } from "../../../client/features/finding/choice-order.ts";
import {
  countsOf,
  filterBy,
  NO_FILTER,
  type QuestionFilter,
} from "../../../client/features/finding/question-filter.ts";
import { type QuestionSort, sortQuestions } from "../../../client/features/finding/question-sort.ts";
import { wordOf } from "../../../client/features/finding/use-choice-word.ts";
import { unitOrder } from "../../../client/features/questions/use-unit-order.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { LANGUAGE_NAMES } from "../../support/sample/language-names.ts";
import { questionView as question } from "../../support/sample/question-view.ts";

const ids = (questions: readonly QuestionView[]) => questions.map(({ questionId }) => questionId);

const UNITS = unitOrder(["汤阴县", "市财政局", "市工信局", "市发改委"]);
const sorted = (list: readonly QuestionView[], sort: QuestionSort) => ids(sortQuestions(list, sort, UNITS));

const asker = { personId: "p", name: "甲", unit: "汤阴县", post: null };
const routed = { status: "routed" as const, leadUnit: "市财政局", supportUnits: ["市发改委"] };

describe("order", () => {
  const list = [
    question("old", { askedAt: 1, support: 5 }),
    question("new", { askedAt: 9 }),
    question("mid", { askedAt: 5, ...routed }),
    question("done", { askedAt: 0, ...routed, leadUnit: "市工信局", status: "answered", answeredAt: 2 }),
  ];

  test("the newest, or those many have first", () => {
    expect(sorted(list, "newest")).toEqual(["new", "mid", "old", "done"]);
    expect(sorted(list, "support")).toEqual(["old", "new", "mid", "done"]);
  });

  test("by lead unit, what has none at the end", () => {
    expect(sorted(list, "unit")).toEqual(["mid", "done", "old", "new"]);
  });

  test("what waits longest first; what is answered waits no more", () => {
    expect(sorted(list, "waiting")).toEqual(["old", "mid", "new", "done"]);
  });
});

describe("filters and search", () => {
  const list = [
    question("a", { asker, nature: "pain", topics: ["专项债"] }),
    question("b", { ...routed, text: "保税物流中心（B型）怎么建？" }),
    question("c", { mine: true, text: "专项债二审归谁？", topics: ["统计"] }),
  ];
  const found = (filter: Partial<QuestionFilter>) => ids(list.filter(filterBy({ ...NO_FILTER, ...filter })));

  test.each<[Partial<QuestionFilter>, string[]]>([
    [{}, ["a", "b", "c"]],
    [{ askerUnit: "汤阴县" }, ["a"]],
    [{ unit: "市发改委" }, ["b"]],
    [{ nature: "pain" }, ["a"]],
    [{ topic: "统计" }, ["c"]],
    [{ state: "routed" }, ["b"]],
    [{ onlyMine: true }, ["c"]],
    [{ onlyMine: true, topic: "专项债" }, []],
  ])("%j", (filter, expected) => expect(found(filter)).toEqual(expected));

  test("two characters are found wherever they stand: in the words, a label, a unit, a name", () => {
    expect(found({ search: "二审" })).toEqual(["c"]);
    expect(found({ search: "专项" })).toEqual(["a", "c"]);
    expect(found({ search: "汤阴" })).toEqual(["a"]);
    expect(found({ search: "财政" })).toEqual(["b"]);
    expect(found({ search: "甲" })).toEqual(["a"]);
  });

  test("every word has to be found; width and case of letters do not matter", () => {
    expect(found({ search: "物流 财政" })).toEqual(["b"]);
    expect(found({ search: "物流 统计" })).toEqual([]);
    expect(found({ search: "ｂ型" })).toEqual(["b"]);
    expect(found({ search: "(B" })).toEqual(["b"]);
    expect(found({ search: "  　 " })).toEqual(["a", "b", "c"]);
  });

  test("a choice offers what passes everything else, with how many it leaves", () => {
    const counts = (choice: Parameters<typeof countsOf>[0], filter: Partial<QuestionFilter> = {}) =>
      Object.fromEntries(countsOf(choice, list, { ...NO_FILTER, ...filter }));
    expect(counts("topic")).toEqual({ 专项债: 1, 统计: 1 });
    expect(counts("topic", { topic: "统计" })).toEqual({ 专项债: 1, 统计: 1 });
    expect(counts("topic", { onlyMine: true })).toEqual({ 统计: 1 });
    expect(counts("unit", { search: "物流" })).toEqual({ 市财政局: 1, 市发改委: 1 });
    expect(counts("state", { askerUnit: "汤阴县" })).toEqual({ public: 1 });
  });

  test("units stand as on the roster, states as a question goes through them", () => {
    expect(inOrder("unit", ["市发改委", "不在名单", "市财政局"], UNITS)).toEqual([
      "市财政局",
      "市发改委",
      "不在名单",
    ]);
    expect(inOrder("state", ["resolved", "merged", "public"], UNITS)).toEqual(["public", "resolved"]);
    expect(inOrder("nature", ["blockage", "difficulty"], UNITS)).toEqual(["difficulty", "blockage"]);
    expect(inOrder("topic", ["统计", "人才"], UNITS)).toEqual(["人才", "统计"]);
  });
});

describe("rows of the table", () => {
  const rooms = [
    { roomId: "r", name: "大会" },
    { roomId: "s", name: "第一组" },
  ];
  const list = [question("a"), question("b", { roomId: "s" }), question("c")];

  test("room by room under its name, in the order of the questions", () => {
    const rows = tableRows(list, rooms);
    expect(rows.map((row) => row.question?.questionId ?? row.heading?.name)).toEqual([
      "大会",
      "a",
      "c",
      "第一组",
      "b",
    ]);
  });

  test("of what is drawn, each room is one part, with the empty space where rows are left out", () => {
    const rows = tableRows(list, rooms);
    const drawn = [0, 2, 4].map((index) => ({ index, spacePx: index === 4 ? 40 : 0 }));
    const sections = sectionsOf(drawn, rows);
    expect(sections.map(({ heading, drawn: all }) => [heading?.name, all.map(({ index }) => index)])).toEqual(
      [
        ["大会", [0, 2]],
        ["第一组", [4]],
      ],
    );
    expect(sections[1]?.drawn[0]?.spacePx).toBe(40);
  });

  test("without headings the questions as they are", () => {
    expect(tableRows(list, []).map(({ question: one }) => one?.questionId)).toEqual(["a", "b", "c"]);
  });
});

test("[V9] a label that is a word of the language is called what it is", () => {
  const names = { pending: "待审" };
  expect(["pending", ...LANGUAGE_NAMES].map((value) => wordOf(names, value))).toEqual([
    "待审",
    ...LANGUAGE_NAMES,
  ]);
});
