import { describe, expect, test } from "vitest";
import { helpRecordId } from "../../../shared/domain/help/records.ts";
import { KINDS } from "../../../shared/domain/kinds.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import { noticeRecordId } from "../../../shared/domain/notices/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

type Move = readonly [Role | "organiser", Command];

const call = (who: Role, text?: string): Move => [
  who,
  { type: "help.call", roomId: ROOMS.first, ...(text !== undefined && { text }) },
];
const answer = (who: Role): Move => [who, { type: "help.answer", roomId: ROOMS.first }];
const tell = (roomId: string | null, text: string): Move => [
  "moderator",
  { type: "notice.send", roomId, text },
];

function given(...moves: readonly Move[]): SessionState {
  return play(
    moves.map(([who, command]) => ({ actor: actor(who), command })),
    sampleSession(),
  );
}

function said(state: SessionState, [who, command]: Move): string {
  const verdict = judged(command, state, { actor: actor(who), now: 9_000 });
  return verdict.ok ? `changes ${verdict.value.length}` : verdict.refusal.code;
}

function audiences(state: SessionState, id: string): string[] {
  const record = state.get(id);
  return record === undefined ? [] : lanes(record, state).map(([lane]) => lane);
}

const HELP = helpRecordId(ROOMS.first);

describe("[M4] a room calls for help", () => {
  test("who, when and what for is seen by staff and by the room", () => {
    const state = given(call("asker", "投影黑屏"));
    expect(state.find("help", HELP)).toMatchObject({ personId: personId("asker"), text: "投影黑屏" });
    expect(audiences(state, HELP)).toEqual(["staff", `room:${ROOMS.first}`]);
  });

  test("calling again changes nothing, whoever calls", () => {
    const state = given(call("asker", "投影黑屏"));
    expect(said(state, call("neighbour", "别的事"))).toBe("changes 0");
  });

  test("observers and those of other rooms do not call", () => {
    expect(said(given(), call("observer"))).toBe("forbidden");
    expect(said(given(), call("stranger"))).toBe("forbidden");
  });

  test("a moderator answers it and the caller takes it back; nobody else does", () => {
    const state = given(call("asker"));
    expect(said(state, answer("neighbour"))).toBe("forbidden");
    expect(said(state, answer("recorder"))).toBe("forbidden");
    expect(given(call("asker"), answer("asker")).get(HELP)).toBeUndefined();
    const answered = given(call("asker"), answer("moderator"));
    expect(said(answered, answer("moderator"))).toBe("changes 0");
  });
});

describe("[M4] a call that was answered by mistake", () => {
  const called = given(call("asker", "投影黑屏"));
  const calledAt = called.find("help", HELP)?.calledAt ?? 0;
  const restore: Command = { type: "help.restore", roomId: ROOMS.first, calledAt };

  test("is seen by nobody, and is put back by a moderator as the session keeps it", () => {
    const answered = given(call("asker", "投影黑屏"), answer("moderator"));
    expect(audiences(answered, HELP)).toEqual([]);
    const back = given(call("asker", "投影黑屏"), answer("moderator"), ["moderator", restore]);
    expect({ ...back.find("help", HELP), rev: 0 }).toEqual({ ...called.find("help", HELP), rev: 0 });
    expect(audiences(back, HELP)).toEqual(["staff", `room:${ROOMS.first}`]);
    expect(said(answered, ["recorder", restore])).toBe("forbidden");
    expect(said(answered, ["asker", restore])).toBe("forbidden");
  });

  test("does not take the place of a call that came meanwhile, answered by now or not", () => {
    const again = [call("asker", "投影黑屏"), answer("moderator"), call("neighbour", "没有话筒")] as const;
    expect(given(...again).find("help", HELP)).toMatchObject({ text: "没有话筒", answeredAt: null });
    expect(said(given(...again), ["moderator", restore])).toBe("changes 0");
    expect(said(given(...again, answer("moderator")), ["moderator", restore])).toBe("changes 0");
  });

  test("is not one that was never made, that its caller took back, or whose caller has left the roster", () => {
    expect(said(given(), ["moderator", restore])).toBe("changes 0");
    expect(said(given(call("asker"), answer("asker")), ["moderator", restore])).toBe("changes 0");
    const gone = given(call("asker"), answer("moderator"), [
      "organiser",
      { type: "person.remove", personId: personId("asker") },
    ]);
    expect(said(gone, ["moderator", restore])).toBe("person_unknown");
    expect(said(given(), ["moderator", { ...restore, roomId: namedId("nowhere") }])).toBe("room_unknown");
  });
});

test("[M4] a call of the time when answered ones were not kept waits still", () => {
  const state = given(call("asker", "投影黑屏"));
  const help = state.find("help", HELP);
  if (help === undefined) throw new Error("nobody called");
  const { answeredAt: _, ...stored } = help;
  const session = { once: () => expect.fail("it needs nothing else") };
  expect(KINDS.help.upgrade(stored, session)).toEqual(help);
});

describe("[M5] staff say a line", () => {
  test("to one room, which sees it with staff, or to everybody", () => {
    const state = given(tell(ROOMS.first, "请推选发言人"), tell(null, "五分钟后回大会"));
    expect(audiences(state, noticeRecordId(ROOMS.first))).toEqual(["staff", `room:${ROOMS.first}`]);
    expect(audiences(state, noticeRecordId(null))).toEqual(["everyone"]);
  });

  test("the next one stands in the place of the one before, and each is withdrawn by itself", () => {
    const two = given(
      tell(null, "十分钟后回大会"),
      tell(ROOMS.first, "请推选发言人"),
      tell(null, "五分钟后"),
    );
    expect([...two.all("notice")].map(({ text }) => text).sort()).toEqual(
      ["五分钟后", "请推选发言人"].sort(),
    );
    const withdraw: Move = ["moderator", { type: "notice.withdraw", roomId: null }];
    const one = given(tell(null, "五分钟后"), tell(ROOMS.first, "请推选发言人"), withdraw);
    expect([...one.all("notice")].map(({ text }) => text)).toEqual(["请推选发言人"]);
    expect(said(one, withdraw)).toBe("changes 0");
  });

  test("not to a room that is not there, and not in a sealed session", () => {
    expect(said(given(), tell(namedId("nowhere"), "有人吗"))).toBe("room_unknown");
    const sealed = given(["organiser", { type: "session.seal" }]);
    expect(said(sealed, tell(null, "还有一句"))).toBe("session_sealed");
    expect(said(sealed, call("asker"))).toBe("session_sealed");
  });
});
