import { describe, expect, test } from "vitest";
import { trailRecordId } from "../../../shared/domain/questions/trails/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { PENDING_MAX_DEFAULT } from "../../../shared/protocol/commands/session.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { given, type Move, played, undoing } from "../../support/sample/question-moves.ts";
import { actor, namedId, personId, ROOMS } from "../../support/sample/sample-session.ts";

const id = (number: number) => namedId(`flood${number}`);

function ask(number: number, fields: Partial<CommandOf<"question.ask">> = {}): Command {
  return {
    type: "question.ask",
    questionId: id(number),
    roomId: ROOMS.plenary,
    text: `第${number}问`,
    ...fields,
  };
}

function asks(who: Role, from: number, count: number, fields?: Partial<CommandOf<"question.ask">>): Move[] {
  return Array.from({ length: count }, (_, index) => [who, ask(from + index, fields)] as const);
}

function said(state: SessionState, who: Role, command: Command) {
  const verdict = judged(command, state, { actor: actor(who), now: 9_000 });
  return verdict.ok ? "done" : verdict.refusal;
}

function statuses(state: SessionState): string[] {
  return [...state.all("question")]
    .sort((one, other) => one.questionId.localeCompare(other.questionId))
    .map((question) => (question.status === "pending" && question.held ? "held" : question.status));
}

const full = { code: "too_many_pending", details: { pendingMax: PENDING_MAX_DEFAULT } };

describe("[Q6] what one asker has pending", () => {
  const flooded = given(...asks("asker", 100, PENDING_MAX_DEFAULT));

  test("has a bound, which the asker alone meets, and which gives way as questions are looked at", () => {
    expect(said(flooded, "asker", ask(1))).toEqual(full);
    expect(said(flooded, "neighbour", ask(1))).toBe("done");
    for (const [who, command] of [
      ["moderator", { type: "question.decline", questionId: id(100), reason: "重复" }],
      ["moderator", { type: "question.approve", questionId: id(100) }],
    ] as const) {
      expect(said(played(flooded, [who, command]), "asker", ask(1))).toBe("done");
    }
  });

  test("does not count what staff ask or write down for somebody, nor what needs no review", () => {
    const byStaff = given(
      ...asks("moderator", 100, 30),
      ...asks("recorder", 200, 30, { askerId: personId("asker") }),
    );
    expect(said(byStaff, "moderator", ask(1))).toBe("done");
    expect(said(byStaff, "asker", ask(1))).toBe("done");
    const open = played(flooded, [
      "moderator",
      { type: "room.moderate", roomId: ROOMS.plenary, moderation: "after" },
    ]);
    expect(said(open, "asker", ask(1))).toBe("done");
  });

  test("is what the session says, at once, and stays what it is when other rules change", () => {
    const settings = (change: CommandOf<"session.update">["settings"]): Move => [
      "organiser",
      { type: "session.update", settings: change },
    ];
    const raised = played(flooded, settings({ pendingMax: PENDING_MAX_DEFAULT + 1 }));
    expect(said(raised, "asker", ask(1))).toBe("done");
    const lowered = played(raised, settings({ pendingMax: 2 }), settings({ moderation: "before" }));
    expect(said(lowered, "asker", ask(1))).toMatchObject({ details: { pendingMax: 2 } });
  });
});

describe("[Q7] a sweep", () => {
  const three = given(
    ...asks("asker", 100, 3, { anonymous: true }),
    ["moderator", { type: "question.hold", questionId: id(101), on: true }],
    ["neighbour", ask(103)],
    ["asker", ask(104)],
    ["moderator", { type: "question.approve", questionId: id(104) }],
  );

  test("declines everything pending of the asker of one question, and nothing else", () => {
    const swept = played(three, [
      "moderator",
      { type: "question.sweep", questionId: id(102), act: "decline", reason: "与议题无关" },
    ]);
    expect(statuses(swept)).toEqual(["declined", "declined", "declined", "pending", "public"]);
    for (const number of [100, 101, 102]) {
      expect(swept.find("trail", trailRecordId(id(number)))?.steps.at(-1)).toMatchObject({
        kind: "declined",
        note: "与议题无关",
        by: personId("moderator"),
      });
    }
    const undone = played(swept, undoing(swept, id(101)));
    expect(statuses(undone)).toEqual(["declined", "held", "declined", "pending", "public"]);
  });

  test("puts everything pending aside", () => {
    const swept = played(three, ["moderator", { type: "question.sweep", questionId: id(100), act: "hold" }]);
    expect(statuses(swept)).toEqual(["held", "held", "held", "pending", "public"]);
  });

  test("takes the one question where the asker is not recorded, whatever its browser asked besides", () => {
    const followId = namedId("follower");
    const unrecorded = given(
      ["organiser", { type: "session.update", settings: { anonymity: "never" } }],
      ...asks("asker", 100, 2, { followId }),
      ...asks("asker", 102, 2),
    );
    for (const number of [100, 102]) {
      const swept = played(unrecorded, [
        "moderator",
        { type: "question.sweep", questionId: id(number), act: "hold" },
      ]);
      expect(statuses(swept).filter((status) => status === "held")).toHaveLength(1);
    }
  });

  test("needs a reason to decline, and a question that is pending", () => {
    expect(said(three, "moderator", { type: "question.sweep", questionId: id(100), act: "decline" })).toEqual(
      {
        code: "reason_needed",
      },
    );
    expect(said(three, "moderator", { type: "question.sweep", questionId: id(104), act: "hold" })).toEqual({
      code: "question_not_pending",
    });
  });
});
