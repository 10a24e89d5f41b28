import { describe, expect, test } from "vitest";
import { followupRecordId, LEDGER_RECORD_ID } from "../../../shared/domain/followups/records.ts";
import { medianAnswerMinutes } from "../../../shared/domain/tally/counting.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import {
  given,
  LATER,
  type Move,
  played,
  questionOf,
  stepsOf,
  undoing,
  when,
} from "../../support/sample/question-moves.ts";
import { namedId, ROOMS } from "../../support/sample/sample-session.ts";

const Q = namedId("question");
const A = namedId("answer");
const ASK: Move = [
  "asker",
  { type: "question.ask", questionId: Q, roomId: ROOMS.first, text: "二审由谁负责" },
];
const APPROVE: Move = ["moderator", { type: "question.approve", questionId: Q }];
const route = (leadUnit: string, ...supportUnits: string[]): Move => [
  "moderator",
  { type: "question.route", questionId: Q, leadUnit, supportUnits },
];
const ROUTE = route("市财政局", "市商务局");
const ACCEPT: Move = ["finance", { type: "question.accept", questionId: Q }];
const HAND_ON: Move = [
  "finance",
  { type: "question.handOn", questionId: Q, toUnit: "市发改委", reason: "立项在发改委" },
];
const answer = (who: Move[0], answerId = A, part?: boolean): Move => [
  who,
  {
    type: "answer.post",
    answerId,
    questionId: Q,
    text: "由省里负责",
    manner: "written",
    ...(part && { part }),
  },
];
const rate = (verdict: "settled" | "unsettled"): Move => [
  "asker",
  { type: "question.rate", questionId: Q, verdict },
];
const close = (outcome: "resolved" | "follow-up"): Move => [
  "moderator",
  { type: "question.close", questionId: Q, outcome },
];
const ROUTED = given(ASK, APPROVE, ROUTE);

describe("[Q1] [Q2] units own questions", () => {
  test("the whole way, step by step", () => {
    const state = played(
      ROUTED,
      ACCEPT,
      answer("commerce", namedId("part")),
      answer("finance"),
      rate("settled"),
      close("resolved"),
    );
    expect(stepsOf(state, Q)).toEqual([
      "asked",
      "approved",
      "routed",
      "accepted",
      "part",
      "answered",
      "rated",
      "resolved",
    ]);
    expect(questionOf(state, Q)).toMatchObject({
      status: "closed",
      outcome: "resolved",
      settled: 1,
      unsettled: 0,
    });
  });

  test("accepted twice by colleagues at once, it changes once", () => {
    expect(when(played(ROUTED, ACCEPT), ["financeToo", { type: "question.accept", questionId: Q }])).toEqual({
      changes: 0,
    });
  });

  test("what was handed on waits for the moderator: nobody accepts it, either side may keep it", () => {
    const handed = played(ROUTED, HAND_ON);
    expect(questionOf(handed, Q)).toMatchObject({
      leadUnit: "市财政局",
      handOn: { toUnit: "市发改委", reason: "立项在发改委" },
    });
    expect(when(handed, ACCEPT)).toEqual({ refused: "question_handed_on" });
    expect(when(handed, HAND_ON)).toEqual({ refused: "question_handed_on" });
    for (const who of ["finance", "moderator"] as const) {
      const kept = played(handed, [who, { type: "question.keep", questionId: Q }], ACCEPT);
      expect(questionOf(kept, Q)).toMatchObject({ status: "accepted", handOn: null });
    }
  });

  test("once it is another's, who is late is told whose it is", () => {
    const moved = played(ROUTED, HAND_ON, route("市发改委"));
    expect(questionOf(moved, Q)).toMatchObject({ status: "routed", leadUnit: "市发改委", handOn: null });
    expect(when(moved, ACCEPT)).toEqual({ refused: "not_lead_unit" });
    expect(when(moved, ["planning", { type: "question.accept", questionId: Q }])).toMatchObject({
      changes: 2,
    });
  });

  test("supporting units add, the lead concludes", () => {
    const added = played(ROUTED, ACCEPT, answer("commerce"));
    expect(questionOf(added, Q)?.status).toBe("accepted");
    const said = played(added, answer("finance", namedId("early"), true));
    expect(questionOf(said, Q)?.status).toBe("accepted");
    expect(questionOf(played(said, answer("finance", namedId("last"))), Q)?.status).toBe("answered");
  });

  test("a written answer is promised by a date to come, which the ledger takes over", () => {
    const promise = (dueAt: number): Move => ["finance", { type: "question.promise", questionId: Q, dueAt }];
    expect(when(ROUTED, promise(LATER))).toEqual({ refused: "date_passed" });
    const promised = played(ROUTED, promise(99_000));
    expect(questionOf(promised, Q)).toMatchObject({ status: "accepted", promisedBy: 99_000 });
    const row = played(promised, close("follow-up")).find("followup", followupRecordId(Q));
    expect(row).toMatchObject({ number: 1, dueAt: 99_000, leadUnit: "市财政局", status: "new" });
  });

  test("routed anew to the unit that has accepted it, it stays accepted", () => {
    const again = played(ROUTED, ACCEPT, route("市财政局", "市发改委"));
    expect(questionOf(again, Q)).toMatchObject({ status: "accepted", supportUnits: ["市发改委"] });
  });

  test("rated and changed, an asker has one say; opened again, it is forgotten", () => {
    const unsettled = played(ROUTED, answer("finance"), rate("settled"), rate("unsettled"));
    expect(questionOf(unsettled, Q)).toMatchObject({ settled: 0, unsettled: 1 });
    const again = played(unsettled, ["moderator", { type: "question.restore", questionId: Q }]);
    expect(questionOf(again, Q)).toMatchObject({ status: "routed", settled: 0, unsettled: 0 });
    expect(again.count("rating")).toBe(0);
  });

  test("[Q10] a county asks a county, experts support it, and it lives as any other, to the ledger", () => {
    const mutual = given(
      [
        "asker",
        {
          type: "question.ask",
          questionId: Q,
          roomId: ROOMS.first,
          text: "项目怎么争取的",
          unit: "滑县政府",
        },
      ],
      APPROVE,
      route("滑县政府", "省债管办"),
    );
    expect(questionOf(mutual, Q)).toMatchObject({ addressedUnit: "滑县政府", leadUnit: "滑县政府" });
    const accepted = played(
      mutual,
      ["leader", { type: "question.accept", questionId: Q }],
      answer("expert", A, true),
    );
    expect(questionOf(accepted, Q)).toMatchObject({ status: "accepted" });
    const answered = played(accepted, answer("leader", namedId("own")), rate("settled"));
    expect(questionOf(answered, Q)).toMatchObject({ status: "answered", settled: 1 });
    const row = played(answered, close("follow-up")).find("followup", followupRecordId(Q));
    expect(row).toMatchObject({ leadUnit: "滑县政府", supportUnits: ["省债管办"] });
    const handedOn = played(mutual, [
      "leader",
      { type: "question.handOn", questionId: Q, toUnit: "省债管办", reason: "由省里审" },
    ]);
    expect(questionOf(handedOn, Q)).toMatchObject({ handOn: { toUnit: "省债管办" } });
  });

  test("[Q10] who speaks for another county is told whose question it is, and staff and observers cannot be asked", () => {
    const mutual = given(ASK, APPROVE, route("滑县政府"));
    expect(when(mutual, ["stranger", { type: "question.accept", questionId: Q }])).toEqual({
      refused: "not_lead_unit",
    });
    for (const unit of ["市委党校", "省委党校"]) {
      expect(when(given(ASK, APPROVE), route(unit))).toEqual({ refused: "unit_unknown" });
    }
  });

  const refused: readonly [string, ReturnType<typeof given>, Move, string][] = [
    ["accepting what is answered", played(ROUTED, answer("finance")), ACCEPT, "question_not_routed"],
    [
      "handing on to oneself",
      ROUTED,
      ["finance", { type: "question.handOn", questionId: Q, toUnit: "市财政局", reason: "不" }],
      "unit_unknown",
    ],
    [
      "handing on to nobody",
      ROUTED,
      ["finance", { type: "question.handOn", questionId: Q, toUnit: "市气象局", reason: "不" }],
      "unit_unknown",
    ],
    ["rating what has no answer", ROUTED, rate("settled"), "question_not_answered"],
    [
      "rating what is closed",
      played(ROUTED, answer("finance"), close("resolved")),
      rate("settled"),
      "question_closed",
    ],
    [
      "answering what was declined",
      given(ASK, ["moderator", { type: "question.decline", questionId: Q, reason: "重复" }]),
      answer("recorder"),
      "question_declined",
    ],
    [
      "putting aside what is public",
      given(ASK, APPROVE),
      ["moderator", { type: "question.hold", questionId: Q, on: true }],
      "question_not_pending",
    ],
    [
      "a label that is not on the list",
      ROUTED,
      ["recorder", { type: "question.label", questionId: Q, topics: ["没有"] }],
      "topic_unknown",
    ],
  ];
  for (const [name, state, move, code] of refused) {
    test(`${name}: ${code}`, () => expect(when(state, move)).toEqual({ refused: code }));
  }
});

describe("[Q4] taking back the last step", () => {
  test("every step but asking, as it was, with the voices given since", () => {
    const accepted = played(ROUTED, ACCEPT);
    const supported = played(accepted, ["neighbour", { type: "question.support", questionId: Q, on: true }]);
    const back = played(supported, undoing(supported, Q));
    expect(questionOf(back, Q)).toMatchObject({ status: "routed", support: 1 });
    const further = played(back, undoing(back, Q));
    expect(questionOf(further, Q)).toMatchObject({ status: "public", leadUnit: null, support: 1 });
    const pending = played(further, undoing(further, Q));
    expect(questionOf(pending, Q)?.status).toBe("pending");
    expect(when(pending, undoing(pending, Q))).toEqual({ refused: "nothing_to_undo" });
  });

  test("two who undo at once undo one step", () => {
    const accepted = played(ROUTED, ACCEPT);
    const undo = undoing(accepted, Q);
    expect(when(played(accepted, undo), undo)).toEqual({ refused: "step_passed" });
  });

  test("an answer is taken back to 待核 and not thrown away", () => {
    const answered = played(ROUTED, answer("finance"));
    const back = played(answered, undoing(answered, Q));
    expect(questionOf(back, Q)?.status).toBe("routed");
    expect(back.find("answer", `answer:${A}`)).toMatchObject({ status: "held", text: "由省里负责" });
  });

  test("what went to the ledger comes back, unless somebody has worked on it; its number is not given again", () => {
    const closed = played(ROUTED, close("follow-up"));
    const back = played(closed, undoing(closed, Q));
    expect(questionOf(back, Q)?.status).toBe("routed");
    expect(back.count("followup")).toBe(0);
    expect(back.find("ledger", LEDGER_RECORD_ID)?.lastNumber).toBe(1);
    expect(played(back, close("follow-up")).find("followup", followupRecordId(Q))?.number).toBe(2);
    const worked = played(closed, [
      "finance",
      { type: "followup.progress", followupId: Q, entryId: namedId("entry"), text: "已报省厅" },
    ]);
    expect(when(worked, undoing(worked, Q))).toEqual({ refused: "step_passed" });
  });

  test("what an asker says is not staff's to take back", () => {
    const rated = played(ROUTED, answer("finance"), rate("settled"));
    expect(when(rated, undoing(rated, Q))).toEqual({ refused: "nothing_to_undo" });
  });
});

describe("numbers", () => {
  test("by unit and nature, with the median time to the answer", () => {
    const state = played(ROUTED, answer("finance"));
    const tally = state.find("tally", TALLY_RECORD_ID);
    expect(tally).toMatchObject({ asked: 1, public: 1, answered: 1, waiting: 0, followUps: 0 });
    expect(tally?.byUnit).toEqual({
      市财政局: { asked: 1, public: 1, answered: 1, waiting: 0, followUps: 0 },
    });
    expect(medianAnswerMinutes({ answerMinutes: { "0": 1, "5": 1, "60": 1 } })).toBe(5);
    expect(medianAnswerMinutes({ answerMinutes: {} })).toBeNull();
    const undone = played(state, undoing(state, Q));
    expect(undone.find("tally", TALLY_RECORD_ID)).toMatchObject({
      answered: 0,
      waiting: 1,
      answerMinutes: {},
    });
  });
});

describe("from a group to the plenary", () => {
  test("lifted, it is in both rooms and keeps where it came from", () => {
    const lifted = played(ROUTED, ["moderator", { type: "question.lift", questionId: Q, on: true }]);
    expect(questionOf(lifted, Q)).toMatchObject({ roomId: ROOMS.first, liftedTo: ROOMS.plenary });
    expect(when(lifted, ["stranger", { type: "question.support", questionId: Q, on: true }])).toMatchObject({
      changes: 2,
    });
    expect(when(ROUTED, ["stranger", { type: "question.support", questionId: Q, on: true }])).toEqual({
      refused: "forbidden",
    });
  });
});
