import { describe, expect, test } from "vitest";
import { groupAnswers } from "../../client/features/questions/answers-by-question.ts";
import { doubtsOf } from "../../client/features/questions/doubts.tsx";
import { deskOf, heldDesk, placesOf, waitingOn } from "../../client/features/unit-desk/desk-questions.ts";
import type { QuestionView, RatingView } from "../../client/session/views.ts";
import { en } from "../../shared/messages/en.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { answerView as answer, questionView as question } from "../support/question-view.ts";

const ids = (questions: readonly QuestionView[]) => questions.map(({ questionId }) => questionId);

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
  const answers = groupAnswers([answer("1", "done", "甲局")], new Map());
  const lead = deskOf(list, answers, "甲局");
  expect(ids(lead.toAccept)).toEqual(["early", "late"]);
  expect(ids(lead.toAnswer)).toEqual(["accepted"]);
  expect(ids(lead.done)).toEqual(["closed", "done"]);
  expect(waitingOn(lead)).toBe(3);
  expect(ids(deskOf(list, answers, "乙局").supporting)).toEqual(["done", "early", "late", "accepted"]);
  const both = groupAnswers([answer("1", "done", "甲局"), answer("2", "done", "乙局")], new Map());
  expect(ids(deskOf(list, both, "乙局").supporting)).toEqual(["early", "late", "accepted"]);
});

test("the desk: what an asker still doubts stands first among what is done, until it is closed", () => {
  const led = { status: "answered" as const, leadUnit: "甲局" };
  const list = [
    question("settled", { ...led, settled: 1, askedAt: 4 }),
    question("doubted", { ...led, unsettled: 1, askedAt: 1 }),
    question("closed", { ...led, status: "closed", outcome: "resolved", unsettled: 1, askedAt: 3 }),
    question("doubted later", { ...led, unsettled: 2, askedAt: 2 }),
  ];
  const { done } = deskOf(list, new Map(), "甲局");
  expect(ids(done)).toEqual(["doubted later", "doubted", "settled", "closed"]);
});

describe("a desk with somebody in it", () => {
  const led = { status: "routed" as const, leadUnit: "甲局" };
  const first = question("first", { ...led, askedAt: 1 });
  const second = question("second", { ...led, askedAt: 2 });
  const accepted = { ...first, status: "accepted" } as QuestionView;
  const places = placesOf(deskOf([first, second], new Map(), "甲局"));
  const held = (now: readonly QuestionView[], added: readonly string[] = []) =>
    heldDesk(places, deskOf(now, new Map(), "甲局"), new Set(added));

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
