import { describe, expect, test } from "vitest";
import { groupAnswers } from "../../../client/features/questions/answers-by-question.ts";
import { doubtsOf } from "../../../client/features/questions/doubts.tsx";
import {
  type DeskRecords,
  deskOf,
  heldDesk,
  placesOf,
  waitingOn,
} from "../../../client/features/unit-desk/desk-questions.ts";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { RatingView } from "../../../shared/domain/questions/ratings/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { en } from "../../../shared/messages/en.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { answerView as answer, questionView as question } from "../../support/sample/question-view.ts";

const NOTHING_SAID: DeskRecords = { answers: new Map(), ratings: [] };
const ids = (questions: readonly QuestionView[]) => questions.map(({ questionId }) => questionId);

const rating = (id: string, more: Partial<RatingView>): RatingView => ({
  id: `rating:${id}`,
  kind: "rating",
  rev: 1,
  questionId: "q",
  verdict: "unsettled",
  note: id,
  ratedAt: 0,
  ...more,
});

test("the desk: to accept, to answer, to add to, done; the longest waiting first", () => {
  const routed = { status: "routed" as const, leadUnit: "甲局", supportUnits: ["乙局"] };
  const list = [
    question("late", { ...routed, askedAt: 2 }),
    question("early", { ...routed, askedAt: 1 }),
    question("accepted", { ...routed, status: "accepted", askedAt: 3 }),
    question("done", { ...routed, status: "answered" }),
    question("closed", { ...routed, status: "closed", outcome: "resolved", closedAt: 1, askedAt: 4 }),
    question("others", { ...routed, leadUnit: "丙局", supportUnits: [] }),
  ];
  const said = (given: readonly AnswerView[]) => ({ answers: groupAnswers(given, new Map()), ratings: [] });
  const led = said([answer("1", "done", "甲局")]);
  const lead = deskOf(list, led, "甲局");
  expect(ids(lead.toAccept)).toEqual(["early", "late"]);
  expect(ids(lead.toAnswer)).toEqual(["accepted"]);
  expect(ids(lead.done)).toEqual(["closed", "done"]);
  expect(waitingOn(lead)).toBe(3);
  expect(ids(deskOf(list, led, "乙局").supporting)).toEqual(["done", "early", "late", "accepted"]);
  const both = said([answer("1", "done", "甲局"), answer("2", "done", "乙局")]);
  expect(ids(deskOf(list, both, "乙局").supporting)).toEqual(["early", "late", "accepted"]);
});

describe("what an asker still doubts", () => {
  const led = { status: "answered" as const, leadUnit: "甲局", supportUnits: ["乙局"], unsettled: 1 };
  const doubt = (questionId: string, ratedAt: number) => rating(questionId, { questionId, ratedAt });
  const saidAt = (questionId: string, postedAt: number, editedAt: number | null = null) => ({
    ...answer(`to ${questionId}`, questionId, "甲局"),
    postedAt,
    editedAt,
  });
  const deskWith = (
    list: readonly QuestionView[],
    given: readonly AnswerView[],
    ratings: readonly RatingView[],
    unit = "甲局",
  ) => deskOf(list, { answers: groupAnswers(given, new Map()), ratings }, unit);

  test("waits for the lead, in a group of its own and in the number, until it is closed", () => {
    const doubted = question("doubted", { ...led, askedAt: 1 });
    const list = [
      question("settled", { ...led, unsettled: 0, settled: 1, askedAt: 4 }),
      doubted,
      question("closed", { ...led, status: "closed", outcome: "resolved", askedAt: 3 }),
    ];
    const given = list.map(({ questionId }) => saidAt(questionId, 5));
    const ratings = [doubt("doubted", 6), doubt("closed", 6)];
    const desk = deskWith(list, given, ratings);
    expect(desk.doubted).toEqual([doubted]);
    expect(ids(desk.done)).toEqual(["settled", "closed"]);
    expect(waitingOn(desk)).toBe(1);
  });

  test("waits for the asker once the unit has said something since, and for the unit when that is doubted too", () => {
    const list = [question("q", led)];
    const where = (given: readonly AnswerView[], ratings: readonly RatingView[]) => {
      const desk = deskWith(list, given, ratings);
      return [desk.doubted.length, desk.done.length];
    };
    expect(where([saidAt("q", 1)], [doubt("q", 2)])).toEqual([1, 0]);
    expect(where([saidAt("q", 1), saidAt("q", 3)], [doubt("q", 2)])).toEqual([0, 1]);
    expect(where([saidAt("q", 1, 3)], [doubt("q", 2)])).toEqual([0, 1]);
    expect(where([saidAt("q", 1), saidAt("q", 3)], [doubt("q", 4)])).toEqual([1, 0]);
    expect(where([saidAt("q", 1), saidAt("q", 3)], [doubt("q", 2), doubt("q", 4)])).toEqual([1, 0]);
    expect(where([saidAt("q", 1)], [{ ...doubt("q", 2), verdict: "settled" }])).toEqual([0, 1]);
  });

  test("does not wait for who supports it and has said its part", () => {
    const part = { ...answer("part", "q", "乙局"), postedAt: 1 };
    const given = [saidAt("q", 1), part];
    const desk = deskWith([question("q", led)], given, [doubt("q", 2)], "乙局");
    expect(waitingOn(desk)).toBe(0);
  });

  test("stands first among what is done while the asker's word is waited for", () => {
    const list = [
      question("settled", { ...led, unsettled: 0, askedAt: 4 }),
      question("doubted", { ...led, askedAt: 1 }),
      question("doubted later", { ...led, askedAt: 2 }),
    ];
    const given = list.map(({ questionId }) => saidAt(questionId, 9));
    const { done } = deskWith(list, given, [doubt("doubted", 5), doubt("doubted later", 5)]);
    expect(ids(done)).toEqual(["doubted later", "doubted", "settled"]);
  });
});

describe("a desk with somebody in it", () => {
  const led = { status: "routed" as const, leadUnit: "甲局" };
  const first = question("first", { ...led, askedAt: 1 });
  const second = question("second", { ...led, askedAt: 2 });
  const accepted = { ...first, status: "accepted" } as QuestionView;
  const places = placesOf(deskOf([first, second], NOTHING_SAID, "甲局"));
  const held = (now: readonly QuestionView[], added: readonly string[] = []) =>
    heldDesk(places, deskOf(now, NOTHING_SAID, "甲局"), new Set(added));

  test("a question that went on stays where it stood, as it is now", () => {
    const desk = held([second, accepted]);
    expect(desk.toAccept).toEqual([accepted, second]);
    expect(desk.toAnswer).toEqual([]);
  });

  test("what is gone goes", () => {
    expect(ids(held([second]).toAccept)).toEqual(["second"]);
  });

  test("what came in waits until it is asked for, and then stands at the end of its group", () => {
    const eldest = question("eldest", { ...led, askedAt: 0 });
    const younger = question("younger", { ...led, askedAt: 3 });
    expect(ids(held([eldest, accepted, second, younger]).toAccept)).toEqual(["first", "second"]);
    const shown = held([eldest, accepted, second, younger], [eldest.id]);
    expect(ids(shown.toAccept)).toEqual(["first", "second", "eldest"]);
    expect(shown.toAnswer).toEqual([]);
  });
});

test("what askers still doubt is told in their words, the earliest first", () => {
  const ratings = [
    rating("late", { ratedAt: 2 }),
    rating("early", { ratedAt: 1 }),
    rating("wordless", { note: null }),
    rating("settled", { verdict: "settled" }),
    rating("elsewhere", { questionId: "other" }),
  ];
  expect(doubtsOf(ratings, "q").map(({ note }) => note)).toEqual(["early", "late"]);
});

test("a reason that ends with a full stop gets no second one", () => {
  const told = "已申请改派到发改委：立项在发改委。等主持人确认。";
  expect(zhCN.room.desk.handedOn("发改委", "立项在发改委。")).toBe(told);
  expect(zhCN.room.desk.handedOn("发改委", "立项在发改委")).toBe(told);
  expect(en.room.desk.handedOn("发改委", "theirs.")).toBe(
    "Asked to hand it on to 发改委: theirs. Waiting for the moderator.",
  );
});
