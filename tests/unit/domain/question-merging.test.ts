import { describe, expect, test } from "vitest";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { judged } from "../../support/sample/judged.ts";
import { questionCrowd } from "../../support/sample/question-crowd.ts";
import {
  given,
  type Move,
  played,
  questionOf,
  stepsOf,
  undoing,
  when,
} from "../../support/sample/question-moves.ts";
import { actor, namedId, personId, ROOMS } from "../../support/sample/sample-session.ts";

const [ONE, TWO, THREE, M] = ["one", "two", "three", "merged"].map(namedId) as [
  string,
  string,
  string,
  string,
];
const ask = (who: Move[0], questionId: string, roomId = ROOMS.plenary, anonymous = false): Move => [
  who,
  { type: "question.ask", questionId, roomId, text: `问题 ${questionId}`, ...(anonymous && { anonymous }) },
];
const approve = (questionId: string): Move => ["moderator", { type: "question.approve", questionId }];
const support = (who: Move[0], questionId: string, on = true): Move => [
  who,
  { type: "question.support", questionId, on },
];
const merge = (intoId: string, ...questionIds: string[]): Move => [
  "moderator",
  { type: "question.merge", intoId, questionIds, text: "合并后的问题" },
];
const ASKED = given(
  ask("asker", ONE),
  ask("leader", TWO),
  ask("stranger", THREE),
  approve(ONE),
  approve(TWO),
);
const MERGED = played(
  ASKED,
  support("neighbour", ONE),
  support("neighbour", TWO),
  support("leader", ONE),
  merge(M, ONE, TWO),
);

function viewIn(state: SessionState, questionId: string, lane: string) {
  const record = questionOf(state, questionId);
  return record === undefined ? undefined : new Map(lanes(record, state)).get(lane as never);
}

describe("[Q3] joining questions", () => {
  test("every asker is credited, every supporter counted once, askers not among them", () => {
    expect(questionOf(MERGED, M)).toMatchObject({
      status: "public",
      text: "合并后的问题",
      support: 1,
      merged: { from: [ONE, TWO], askers: [{ askerId: personId("asker") }, { askerId: personId("leader") }] },
    });
    expect(questionOf(MERGED, ONE)).toMatchObject({ status: "merged", intoId: M });
    expect(viewIn(MERGED, M, `room:${ROOMS.plenary}`)).toMatchObject({
      askerCount: 2,
      askers: [{ unit: "文峰区财政局" }, { unit: "滑县政府" }],
      mergedFrom: [ONE, TWO],
    });
    expect(viewIn(MERGED, ONE, `room:${ROOMS.plenary}`)).toBeUndefined();
    expect(viewIn(MERGED, M, `person:${personId("leader")}`)).toMatchObject({ mine: true });
    expect(stepsOf(MERGED, ONE).at(-1)).toBe("merged");
  });

  test("who hid the name stays hidden, and only counts", () => {
    const state = given(ask("asker", ONE, ROOMS.plenary, true), ask("leader", TWO), merge(M, ONE, TWO));
    const view = viewIn(state, M, `room:${ROOMS.plenary}`);
    expect(view).toMatchObject({ askerCount: 2, askers: [{ unit: "滑县政府" }] });
    expect(JSON.stringify(view)).not.toContain(personId("asker"));
  });

  test("who asked with and without the name counts twice, so that the count tells nothing", () => {
    const state = given(ask("asker", ONE), ask("asker", TWO, ROOMS.plenary, true), merge(M, ONE, TWO));
    expect(viewIn(state, M, `room:${ROOMS.plenary}`)).toMatchObject({
      askerCount: 2,
      askers: [{ unit: "文峰区财政局" }],
    });
    expect(viewIn(state, M, `person:${personId("asker")}`)).toMatchObject({ mine: true });
  });

  test("voices count on, once, and can be taken back wherever they were given", () => {
    expect(when(MERGED, support("neighbour", M))).toEqual({ changes: 0 });
    expect(when(MERGED, support("leader", M))).toEqual({ refused: "own_question" });
    expect(questionOf(played(MERGED, support("neighbour", M, false)), M)?.support).toBe(0);
    // Sent before the joining was seen.
    expect(questionOf(played(MERGED, support("stranger", ONE)), M)?.support).toBe(2);
  });

  test("a joined one takes in more, and loses them again", () => {
    const more = played(MERGED, merge(M, THREE));
    expect(questionOf(more, M)?.merged?.from).toEqual([ONE, TWO, THREE]);
    const back = played(more, undoing(more, M));
    expect(questionOf(back, M)).toMatchObject({ merged: { from: [ONE, TWO] }, support: 1 });
    expect(questionOf(back, THREE)?.status).toBe("pending");
  });

  test("what was joined is joined again: its originals stay known to those who support them", () => {
    const again = played(MERGED, merge(namedId("again"), M, THREE));
    expect(viewIn(again, namedId("again"), `room:${ROOMS.plenary}`)).toMatchObject({
      mergedFrom: [M, THREE],
      mergedEarlier: [ONE, TWO],
    });
    expect(viewIn(MERGED, M, `room:${ROOMS.plenary}`)).not.toHaveProperty("mergedEarlier");
  });

  test("undone, each is as it was, and no voice is lost", () => {
    const supported = played(MERGED, support("stranger", M));
    const back = played(supported, undoing(supported, M));
    expect(questionOf(back, M)).toBeUndefined();
    expect(questionOf(back, ONE)).toMatchObject({ status: "public", support: 3 });
    expect(questionOf(back, TWO)).toMatchObject({ status: "public", support: 1 });
  });

  test("units come along: the lead of one, the others in support", () => {
    const route = (questionId: string, leadUnit: string): Move => [
      "moderator",
      { type: "question.route", questionId, leadUnit },
    ];
    const state = played(ASKED, route(ONE, "市财政局"), route(TWO, "市商务局"), merge(M, ONE, TWO));
    expect(questionOf(state, M)).toMatchObject({
      status: "routed",
      leadUnit: "市财政局",
      supportUnits: ["市商务局"],
    });
  });

  test("of several rooms, it is read in the plenary", () => {
    const state = given(ask("asker", ONE, ROOMS.first), ask("leader", TWO, ROOMS.second), merge(M, ONE, TWO));
    expect(questionOf(state, M)).toMatchObject({ roomId: ROOMS.first, liftedTo: ROOMS.plenary });
  });

  const declined = played(ASKED, [
    "moderator",
    { type: "question.decline", questionId: THREE, reason: "重复" },
  ]);
  const refused: readonly [string, SessionState, Move, string][] = [
    ["into itself", ASKED, merge(ONE, ONE, TWO), "merge_circle"],
    ["into one that was joined into another", MERGED, merge(ONE, THREE), "merge_circle"],
    ["in a circle", MERGED, merge(M, M, THREE), "merge_circle"],
    ["what was joined already", MERGED, merge(namedId("again"), ONE, THREE), "question_merged"],
    ["of another session", ASKED, merge(M, ONE, namedId("elsewhere")), "question_unknown"],
    ["one alone", ASKED, merge(M, ONE), "merge_target"],
    ["into one that was asked as it is", ASKED, merge(ONE, TWO), "merge_target"],
    ["what was declined", declined, merge(M, ONE, THREE), "question_declined"],
    ["working on an original", MERGED, approve(ONE), "question_merged"],
  ];
  for (const [name, state, move, code] of refused) {
    test(`${name}: ${code}`, () => expect(when(state, move)).toEqual({ refused: code }));
  }

  test("fifty questions with 2,000 supporters, their askers among them, in one go", () => {
    const { state, questionIds } = questionCrowd(50, 2_000, 2);
    const [, command] = merge(M, ...questionIds);
    const verdict = judged(command, state, { actor: actor("organiser"), now: 10_000 });
    expect(verdict.ok && verdict.value.find(({ id }) => id === `question:${M}`)).toMatchObject({
      fields: { support: 1_950 },
    });
  });
});
