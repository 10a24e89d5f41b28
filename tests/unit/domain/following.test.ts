import { describe, expect, test } from "vitest";
import { followupRecordId } from "../../../shared/domain/followups/records.ts";
import { recordedActorId } from "../../../shared/domain/recorded-actor.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { given, type Move, played, questionOf, when } from "../../support/sample/question-moves.ts";
import { actor, namedId, personId, ROOMS } from "../../support/sample/sample-session.ts";

const Q = namedId("question");
const FOLLOW = namedId("follow");
const OTHER = namedId("other");
const setting = (anonymity: "hidden" | "never"): Move => [
  "organiser",
  { type: "session.update", settings: { anonymity } },
];
const ask = (followId: string): Move => [
  "asker",
  { type: "question.ask", questionId: Q, roomId: ROOMS.plenary, text: "问", followId },
];
const rate = (who: Move[0], followId?: string): Move => [
  who,
  { type: "question.rate", questionId: Q, verdict: "unsettled", ...(followId && { followId }) },
];
const clear = (who: Move[0], followId?: string): Move => [
  who,
  { type: "followup.clear", followupId: Q, ...(followId && { followId }) },
];
const reopen = (who: Move[0], followId?: string): Move => [
  who,
  { type: "followup.reopen", followupId: Q, reason: "仍未到账", ...(followId && { followId }) },
];
const ANSWERED = given(
  setting("never"),
  ask(FOLLOW),
  ["moderator", { type: "question.approve", questionId: Q }],
  ["moderator", { type: "question.route", questionId: Q, leadUnit: "市财政局" }],
  [
    "finance",
    { type: "answer.post", answerId: namedId("answer"), questionId: Q, text: "由省里定", manner: "written" },
  ],
);
const DONE = played(
  ANSWERED,
  ["moderator", { type: "question.close", questionId: Q, outcome: "follow-up" }],
  ["finance", { type: "followup.finish", followupId: Q, evidence: "批复文号" }],
);
const statusOf = (state: typeof DONE) => state.find("followup", followupRecordId(Q))?.status;

describe("[V8] a browser that follows", () => {
  test("clears a row of the ledger and opens it again; another secret does neither", () => {
    const cleared = played(DONE, clear("asker", FOLLOW));
    expect(statusOf(cleared)).toBe("cleared");
    expect(statusOf(played(cleared, reopen("asker", FOLLOW)))).toBe("underway");
    for (const followId of [undefined, OTHER]) {
      expect(when(DONE, clear("asker", followId))).toEqual({ refused: "forbidden" });
      expect(when(cleared, reopen("asker", followId))).toEqual({ refused: "forbidden" });
    }
  });

  test("stays unrecorded in what it does after the setting has changed", () => {
    const by = (state: typeof DONE, [who, command]: Move) =>
      recordedActorId(actor(who), command as Command, played(state, setting("hidden")));
    expect(by(ANSWERED, rate("asker", FOLLOW))).toBe("nobody");
    expect(by(DONE, clear("asker", FOLLOW))).toBe("nobody");
    expect(by(DONE, reopen("asker", FOLLOW))).toBe("nobody");
    expect(by(DONE, clear("moderator", OTHER))).toBe(personId("moderator"));
    const rated = played(ANSWERED, setting("hidden"), rate("asker", FOLLOW));
    const stored = [...rated.everything()].filter(({ kind }) => kind !== "person");
    expect(JSON.stringify(stored)).not.toContain(personId("asker"));
  });

  test("does not ask where askers are recorded, whatever it was told when it wrote", () => {
    expect(when(given(setting("hidden")), ask(FOLLOW))).toEqual({ refused: "asker_recorded" });
    const late = played(given(setting("never"), ask(FOLLOW)), setting("hidden"));
    expect(recordedActorId(actor("asker"), ask(FOLLOW)[1], late)).toBe("nobody");
  });

  test("puts no name of the roster on a question", () => {
    const state = given(setting("never"), ask(personId("neighbour")));
    expect(questionOf(state, Q)?.askerId).toBe("nobody");
  });
});
