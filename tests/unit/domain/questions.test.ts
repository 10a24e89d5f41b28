import { describe, expect, test } from "vitest";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { STAGE_RECORD_ID } from "../../../shared/domain/stage/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

type Who = Role | "organiser";
type Move = readonly [Who, Command];

const Q = namedId("question");
const A = namedId("answer");
const ASK: Move = [
  "asker",
  { type: "question.ask", questionId: Q, roomId: ROOMS.plenary, text: "二审由谁负责" },
];
const APPROVE: Move = ["moderator", { type: "question.approve", questionId: Q }];
const ROUTE: Move = [
  "moderator",
  { type: "question.route", questionId: Q, leadUnit: "市财政局", supportUnits: ["市商务局"] },
];
const ANSWER: Move = [
  "finance",
  { type: "answer.post", answerId: A, questionId: Q, text: "由省里负责", manner: "written" },
];
const CLOSE: Move = ["moderator", { type: "question.close", questionId: Q, outcome: "resolved" }];
const DECLINE: Move = ["moderator", { type: "question.decline", questionId: Q, reason: "不属本次议题" }];
const RESTORE: Move = ["moderator", { type: "question.restore", questionId: Q }];

function given(...moves: readonly Move[]): SessionState {
  return play(
    moves.map(([who, command]) => ({ actor: actor(who), command })),
    sampleSession(),
  );
}

function when(state: SessionState, [who, command]: Move) {
  const verdict = judged(command, state, { actor: actor(who), now: 9_000 });
  return verdict.ok ? { changes: verdict.value.length } : { refused: verdict.refusal.code };
}

function question(state: SessionState) {
  return state.find("question", questionRecordId(Q));
}

describe("a question's way", () => {
  test("asked, it is pending and counted", () => {
    const state = given(ASK);
    expect(question(state)).toMatchObject({
      status: "pending",
      text: "二审由谁负责",
      support: 0,
      leadUnit: null,
    });
    expect(state.find("tally", TALLY_RECORD_ID)).toMatchObject({ asked: 1, answered: 0, waiting: 0 });
  });

  test("asked where questions are moderated afterwards, it is public at once", () => {
    const state = given(["organiser", { type: "session.update", settings: { moderation: "after" } }], ASK);
    expect(question(state)).toMatchObject({ status: "public" });
  });

  test("approved, routed, answered, closed", () => {
    expect(question(given(ASK, APPROVE))?.status).toBe("public");
    expect(question(given(ASK, APPROVE, ROUTE))).toMatchObject({
      status: "routed",
      leadUnit: "市财政局",
      supportUnits: ["市商务局"],
    });
    expect(question(given(ASK, APPROVE, ROUTE, ANSWER))?.status).toBe("answered");
    const closed = given(ASK, APPROVE, ROUTE, ANSWER, CLOSE);
    expect(question(closed)).toMatchObject({ status: "closed", outcome: "resolved" });
    expect(closed.find("tally", TALLY_RECORD_ID)).toMatchObject({ asked: 1, answered: 1, waiting: 0 });
  });

  test("approved twice, by two moderators at once, it changes once", () => {
    expect(when(given(ASK, APPROVE), APPROVE)).toEqual({ changes: 0 });
  });

  test("declined and taken back, it is pending again", () => {
    const declined = given(ASK, DECLINE);
    expect(question(declined)).toMatchObject({ status: "declined", declineReason: "不属本次议题" });
    expect(declined.find("tally", TALLY_RECORD_ID)).toMatchObject({ asked: 0 });
    const restored = given(ASK, DECLINE, RESTORE);
    expect(question(restored)?.status).toBe("pending");
    expect(question(restored)).not.toHaveProperty("declineReason");
  });

  test("closed and opened again, it waits for its unit", () => {
    expect(question(given(ASK, APPROVE, CLOSE, RESTORE))?.status).toBe("public");
    expect(question(given(ASK, APPROVE, ROUTE, CLOSE, RESTORE))?.status).toBe("routed");
    expect(question(given(ASK, APPROVE, ROUTE, ANSWER, CLOSE, RESTORE))?.status).toBe("routed");
  });

  test("corrected twice, it keeps the asker's own wording, and loses it when that comes back", () => {
    const edit = (text: string): Move => ["moderator", { type: "question.edit", questionId: Q, text }];
    expect(question(given(ASK, edit("一"), edit("二")))).toMatchObject({
      text: "二",
      originalText: "二审由谁负责",
    });
    expect(question(given(ASK, edit("一"), edit("二审由谁负责")))?.originalText).toBeNull();
  });

  test("declined while on the stage, it leaves the stage", () => {
    const show: Move = ["moderator", { type: "stage.show", recordId: questionRecordId(Q) }];
    const state = given(ASK, APPROVE, show, DECLINE);
    expect(state.find("stage", STAGE_RECORD_ID)?.recordId).toBeNull();
    expect(question(state)?.onStage).toBe(false);
  });

  test("[W1] on the stage it stands at its first page until somebody turns it, and comes back at the one it left", () => {
    const shown = questionRecordId(Q);
    const show = (recordId: string | null, page?: number): Move => [
      "moderator",
      { type: "stage.show", recordId, ...(page !== undefined && { page }) },
    ];
    const turn = (page: number): Move => ["recorder", { type: "stage.turn", recordId: shown, page }];
    const stage = (...moves: Move[]) => given(ASK, APPROVE, ...moves).find("stage", STAGE_RECORD_ID);
    expect(stage(show(shown))).toMatchObject({ recordId: shown, page: 1 });
    expect(stage(show(shown), turn(3))).toMatchObject({ recordId: shown, page: 3 });
    // Shown again where it is, it does not leap back.
    expect(stage(show(shown), turn(3), show(shown))).toMatchObject({ page: 3 });
    expect(stage(show(shown), turn(3), show(null))).toMatchObject({ recordId: null, page: 1 });
    expect(stage(show(shown), turn(3), show(null), show(shown, 3))).toMatchObject({ page: 3 });
    expect(stage(show(shown), turn(3), show(null), turn(2))).toMatchObject({ recordId: null, page: 1 });
    expect(stage(show(shown), turn(3), DECLINE)).toMatchObject({ recordId: null, page: 1 });
    expect(when(given(ASK, APPROVE, show(shown), turn(2)), turn(2))).toEqual({ changes: 0 });
  });

  test("supported, counted once a person, and taken back", () => {
    const support = (who: Role, on: boolean): Move => [who, { type: "question.support", questionId: Q, on }];
    const two = given(
      ASK,
      APPROVE,
      support("neighbour", true),
      support("leader", true),
      support("leader", true),
    );
    expect(question(two)?.support).toBe(2);
    expect(when(two, support("leader", true))).toEqual({ changes: 0 });
    expect(question(given(ASK, APPROVE, support("leader", true), support("leader", false)))?.support).toBe(0);
  });

  test("answered aloud without being routed, when the recorder names the unit", () => {
    const oral: Move = [
      "recorder",
      {
        type: "answer.post",
        answerId: A,
        questionId: Q,
        text: "由省里负责",
        manner: "oral",
        unit: "市财政局",
      },
    ];
    expect(question(given(ASK, APPROVE, oral))?.status).toBe("answered");
  });
});

describe("what is refused", () => {
  const refused: readonly [string, SessionState, Move, string][] = [
    ["asking twice under one id", given(ASK), ASK, "id_taken"],
    ["routing what is pending", given(ASK), ROUTE, "question_not_public"],
    ["routing what is declined", given(ASK, DECLINE), ROUTE, "question_declined"],
    [
      "routing to a unit nobody is in",
      given(ASK, APPROVE),
      ["moderator", { type: "question.route", questionId: Q, leadUnit: "市气象局" }],
      "unit_unknown",
    ],
    ["declining what is routed", given(ASK, APPROVE, ROUTE), DECLINE, "question_not_pending"],
    ["approving what is declined", given(ASK, DECLINE), APPROVE, "question_declined"],
    ["closing what is pending", given(ASK), CLOSE, "question_not_public"],
    [
      "closing into the ledger what is resolved",
      given(ASK, APPROVE, CLOSE),
      ["moderator", { type: "question.close", questionId: Q, outcome: "follow-up" }],
      "question_closed",
    ],
    ["answering what is closed", given(ASK, APPROVE, ROUTE, CLOSE), ANSWER, "question_closed"],
    [
      "answering for nobody",
      given(ASK, APPROVE),
      ["recorder", { type: "answer.post", answerId: A, questionId: Q, text: "答", manner: "oral" }],
      "question_not_routed",
    ],
    [
      "supporting one's own",
      given(ASK, APPROVE),
      ["asker", { type: "question.support", questionId: Q, on: true }],
      "own_question",
    ],
    [
      "showing what is pending",
      given(ASK),
      ["moderator", { type: "stage.show", recordId: questionRecordId(Q) }],
      "question_not_public",
    ],
    [
      "asking in a closed room",
      given(["moderator", { type: "room.close", roomId: ROOMS.plenary }]),
      ASK,
      "room_closed",
    ],
    [
      "hiding the name where names are shown",
      given(["organiser", { type: "session.update", settings: { anonymity: "off" } }]),
      ["asker", { type: "question.ask", questionId: Q, roomId: ROOMS.plenary, text: "问", anonymous: true }],
      "anonymity_off",
    ],
    [
      "[C6] anything once it is sealed",
      given(["organiser", { type: "session.seal" }]),
      ASK,
      "session_sealed",
    ],
  ];
  for (const [name, state, move, code] of refused) {
    test(`${name}: ${code}`, () => expect(when(state, move)).toEqual({ refused: code }));
  }
});
