import { describe, expect, test } from "vitest";
import { questionRecordId } from "../../../../shared/domain/questions/records.ts";
import { STAGE_QUEUE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import type { SessionState } from "../../../../shared/domain/state.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import type { Role } from "../../../support/sample/cast.ts";
import { judged } from "../../../support/sample/judged.ts";
import { actor, namedId, play, ROOMS, sampleSession } from "../../../support/sample/sample-session.ts";

type Move = readonly [Role | "organiser", Command];

const [A, B, C] = [namedId("first"), namedId("second"), namedId("third")] as const;
const AFTER: Move = [
  "organiser",
  { type: "session.update", settings: { moderation: "after", pendingMax: 200 } },
];

const ask = (questionId: string): Move => [
  "asker",
  { type: "question.ask", questionId, roomId: ROOMS.plenary, text: `问题 ${questionId}` },
];
const queue = (questionId: string, place: number | null): Move => [
  "moderator",
  { type: "stage.queue", questionId, place },
];
const show = (questionId: string): Move => [
  "moderator",
  { type: "stage.show", recordId: questionRecordId(questionId) },
];

function given(...moves: readonly Move[]): SessionState {
  return play(
    [AFTER, ask(A), ask(B), ask(C), ...moves].map(([who, command]) => ({ actor: actor(who), command })),
    sampleSession(),
  );
}

function said(state: SessionState, [who, command]: Move): string {
  const verdict = judged(command, state, { actor: actor(who), now: 9_000 });
  return verdict.ok ? `changes ${verdict.value.length}` : verdict.refusal.code;
}

function queued(state: SessionState) {
  return state.find("stageQueue", STAGE_QUEUE_RECORD_ID)?.questionIds ?? [];
}

describe("[W2] what goes on the stage next", () => {
  test("stands in the order it was put, and is put elsewhere without being there twice", () => {
    const three = given(queue(A, 0), queue(B, 50), queue(C, 50));
    expect(queued(three)).toEqual([A, B, C]);
    expect(queued(given(queue(A, 0), queue(B, 50), queue(C, 50), queue(C, 0)))).toEqual([C, A, B]);
    expect(queued(given(queue(A, 0), queue(B, 50), queue(A, 1)))).toEqual([B, A]);
    expect(queued(given(queue(A, 0), queue(B, 50), queue(A, null)))).toEqual([B]);
  });

  test("leaves the queue when it is shown, in its turn or out of it", () => {
    expect(queued(given(queue(A, 0), queue(B, 1), show(A)))).toEqual([B]);
    expect(queued(given(queue(A, 0), queue(B, 1), show(B)))).toEqual([A]);
    expect(queued(given(show(A), queue(A, 0), queue(B, 1), show(A)))).toEqual([B]);
  });

  test("is public: what waits for review, is for staff alone or gone does not queue, and no longer stands there", () => {
    const before: Move = ["organiser", { type: "session.update", settings: { moderation: "before" } }];
    const D = namedId("fourth");
    expect(said(given(before, ask(D)), queue(D, 0))).toBe("question_not_public");
    const hidden: Move = ["moderator", { type: "question.disclose", questionId: A, disclosure: "staff" }];
    expect(said(given(hidden), queue(A, 0))).toBe("question_not_public");
    expect(said(given(), queue(namedId("nobody"), 0))).toBe("question_unknown");
    const decline: Move = ["moderator", { type: "question.decline", questionId: A, reason: "重复" }];
    expect(queued(given(queue(A, 0), decline, queue(B, 0)))).toEqual([B]);
  });

  test("has a bound, and is the moderators'", () => {
    const many = Array.from({ length: LIMITS.stageQueueMax + 1 }, (_, at) => namedId(`many${at}`));
    const full = given(...many.map(ask), ...many.slice(0, -1).map((id) => queue(id, 50)));
    expect(queued(full)).toHaveLength(LIMITS.stageQueueMax);
    expect(said(full, queue(many.at(-1) ?? "", 0))).toBe("too_many_queued");
    for (const who of ["asker", "finance", "recorder"] as const) {
      expect(said(given(), [who, { type: "stage.queue", questionId: A, place: 0 }])).toBe("forbidden");
    }
  });
});

describe("[Q9] declined as alike", () => {
  const decline = (similarTo: string): Move => [
    "moderator",
    { type: "question.decline", questionId: A, reason: "与已公开的问题相近", similarTo },
  ];

  test("it names the question it is alike to, and no longer does when it waits again", () => {
    const state = given(decline(B));
    expect(state.find("question", questionRecordId(A))).toMatchObject({ status: "declined", similarTo: B });
    const restored = given(decline(B), ["moderator", { type: "question.restore", questionId: A }]);
    expect(restored.find("question", questionRecordId(A))).not.toHaveProperty("similarTo");
  });

  test("another one is another decision, the same one is none", () => {
    expect(said(given(decline(B)), decline(B))).toBe("changes 0");
    expect(said(given(decline(B)), decline(C))).not.toBe("changes 0");
    const unnamed: Command = { type: "question.decline", questionId: A, reason: "与已公开的问题相近" };
    expect(said(given(decline(B)), ["moderator", unnamed])).toBe("changes 0");
  });

  test("never itself, nor one its asker may not read", () => {
    expect(said(given(), decline(A))).toBe("question_not_public");
    expect(said(given(), decline(namedId("nobody")))).toBe("question_unknown");
    const hidden: Move = ["moderator", { type: "question.disclose", questionId: B, disclosure: "staff" }];
    expect(said(given(hidden), decline(B))).toBe("question_not_public");
  });
});
