import { describe, expect, test } from "vitest";
import { lanes } from "../../../../shared/domain/lanes.ts";
import { can } from "../../../../shared/domain/rights.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import type { SessionState } from "../../../../shared/domain/state.ts";
import { TALLY_RECORD_ID } from "../../../../shared/domain/tally/records.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { given, type Move, played, questionOf, when } from "../../../support/sample/question-moves.ts";
import { namedId, personId, ROOMS } from "../../../support/sample/sample-session.ts";

const ROUND = namedId("round");
const QUESTION = namedId("question");
const PENDING = namedId("pending");
const FOREIGN = namedId("foreign");
const SPEECH = namedId("speech");

const by = (command: Command): Move => ["moderator", command];
const show = (recordId: string | null): Move => by({ type: "stage.show", recordId });
const shown = (state: SessionState) => state.find("stage", STAGE_RECORD_ID)?.recordId;
const lanesOf = (id: string, state: SessionState) => {
  const record = state.get(id);
  return record === undefined ? [] : lanes(record, state).map(([lane]) => lane);
};

const ask = (questionId: string, who: Move[0], roomId: string): Move => [
  who,
  { type: "question.ask", questionId, roomId, text: `问题 ${questionId}` },
];
const PLAN: Move = by({
  type: "round.plan",
  roundId: ROUND,
  name: "第一轮",
  groups: [
    {
      roomId: ROOMS.first,
      name: "第一组",
      max: 9,
      locked: [personId("finance")],
      free: [personId("asker")],
      leaderId: personId("asker"),
      recorderId: personId("finance"),
    },
  ],
  rules: {
    balanceSides: true,
    balancePosts: true,
    apartUnits: true,
    apart: [[personId("asker"), personId("finance")]],
    together: [],
    notMet: [],
  },
  seed: 4_711,
});
/** A round, a public question of each group and one that waits, a speech. */
const HALL = given(
  PLAN,
  ask(QUESTION, "asker", ROOMS.first),
  by({ type: "question.approve", questionId: QUESTION }),
  ask(FOREIGN, "stranger", ROOMS.second),
  by({ type: "question.approve", questionId: FOREIGN }),
  ask(PENDING, "asker", ROOMS.first),
  by({ type: "speech.add", speechId: SPEECH, roomId: ROOMS.plenary, personId: personId("asker") }),
);

const PAGES = {
  question: `question:${QUESTION}`,
  speech: `speech:${SPEECH}`,
  round: `round:${ROUND}`,
  room: `room:${ROOMS.first}`,
  tally: TALLY_RECORD_ID,
} as const;

describe("[W3] on the stage", () => {
  test.each(Object.values(PAGES))("%s is shown, and stays whatever else happens", (recordId) => {
    const state = played(HALL, show(recordId), ask(namedId("another"), "asker", ROOMS.plenary));
    expect(shown(state)).toBe(recordId);
    expect(shown(played(state, by({ type: "room.close", roomId: ROOMS.first })))).toBe(recordId);
    expect(shown(played(state, by({ type: "round.start", roundId: ROUND })))).toBe(recordId);
    expect(shown(played(state, by({ type: "room.open", roomId: ROOMS.first })))).toBe(recordId);
    expect(shown(played(state, show(null)))).toBeNull();
  });

  test("nothing is shown that has no page there", () => {
    for (const recordId of [
      `question:${PENDING}`,
      `room:${ROOMS.plenary}`,
      `person:${personId("asker")}`,
      `round:${namedId("nowhere")}`,
      `room:${namedId("nowhere")}`,
      STAGE_RECORD_ID,
    ]) {
      expect(when(HALL, show(recordId)), recordId).toHaveProperty("refused");
    }
    const removed = played(HALL, by({ type: "round.remove", roundId: ROUND }));
    expect(when(removed, show(PAGES.round))).toEqual({ refused: "round_unknown" });
  });

  const LEAVING: readonly (readonly [string, Command])[] = [
    [PAGES.round, { type: "round.remove", roundId: ROUND }],
    [PAGES.speech, { type: "speech.withdraw", speechId: SPEECH }],
    [PAGES.question, { type: "question.decline", questionId: QUESTION, reason: "重复" }],
    [PAGES.question, { type: "question.disclose", questionId: QUESTION, disclosure: "staff" }],
  ];
  test.each(LEAVING)("%s leaves by %j", (recordId, command) => {
    const left = played(HALL, show(recordId), by(command));
    expect(shown(left)).toBeNull();
    expect(questionOf(left, QUESTION)?.onStage).toBe(false);
  });

  test("of what is shown and what was, each says so itself", () => {
    const marks = (state: SessionState) => [
      questionOf(state, QUESTION)?.onStage,
      state.find("room", PAGES.room)?.onStage ?? false,
    ];
    const first = played(HALL, show(PAGES.question));
    expect(marks(first)).toEqual([true, false]);
    const second = played(first, show(PAGES.room));
    expect(marks(second)).toEqual([false, true]);
    expect(marks(played(second, by({ type: "room.close", roomId: ROOMS.first })))).toEqual([false, true]);
    expect(marks(played(second, show(PAGES.tally)))).toEqual([false, false]);
  });
});

describe("[W4] a round", () => {
  test("is the stage's while it is shown and at no other time, as groups, who leads and who sits there alone", () => {
    expect(lanesOf(PAGES.round, HALL)).toEqual(["staff"]);
    const state = played(HALL, show(PAGES.round));
    const round = state.get(PAGES.round);
    const view = round === undefined ? {} : lanes(round, state).find(([lane]) => lane === "stage")?.[1];
    expect(view).toEqual({
      id: PAGES.round,
      kind: "round",
      rev: round?.rev,
      roundId: ROUND,
      name: "第一轮",
      order: 0,
      status: "planned",
      removed: false,
      groups: [
        {
          roomId: ROOMS.first,
          name: "第一组",
          max: null,
          leaderId: personId("asker"),
          recorderId: null,
          locked: [],
          free: [personId("asker"), personId("finance")].sort(),
        },
      ],
    });
    expect(lanesOf(PAGES.round, played(state, show(PAGES.tally)))).toEqual(["staff"]);
  });
});

describe("[W6] of a group that reports", () => {
  const REPORTING = played(HALL, show(PAGES.room));

  test("the stage has the public questions, no others and no others' ones, as long as it does", () => {
    expect(lanesOf(PAGES.question, HALL)).not.toContain("stage");
    expect(lanesOf(PAGES.question, REPORTING)).toContain("stage");
    expect(lanesOf(PAGES.question, REPORTING)).not.toContain("everyone");
    for (const questionId of [PENDING, FOREIGN])
      expect(lanesOf(`question:${questionId}`, REPORTING)).not.toContain("stage");
    const hidden = played(
      REPORTING,
      by({ type: "question.route", questionId: QUESTION, leadUnit: "市财政局" }),
      by({ type: "question.disclose", questionId: QUESTION, disclosure: "staff" }),
    );
    expect(lanesOf(PAGES.question, hidden)).toContain("unit:市财政局");
    expect(lanesOf(PAGES.question, hidden)).not.toContain("stage");
    expect(lanesOf(PAGES.question, played(REPORTING, show(null)))).not.toContain("stage");
  });

  test("the stage may read the notes, of no other room and at no other time, and never write them", () => {
    const mayRead = (roomId: string, state: SessionState) =>
      can({ kind: "stage" }, { type: "notes.read", roomId }, state);
    expect(mayRead(ROOMS.first, HALL)).toBe(false);
    expect(mayRead(ROOMS.first, REPORTING)).toBe(true);
    expect(mayRead(ROOMS.second, REPORTING)).toBe(false);
    expect(mayRead(ROOMS.plenary, REPORTING)).toBe(false);
    expect(mayRead(ROOMS.first, played(REPORTING, show(null)))).toBe(false);
    expect(can({ kind: "stage" }, { type: "notes.write", roomId: ROOMS.first }, REPORTING)).toBe(false);
  });
});
