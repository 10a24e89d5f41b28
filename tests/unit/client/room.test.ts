import { describe, expect, test } from "vitest";
import { sortQuestions } from "../../../client/features/finding/question-sort.ts";
import type { Unsent } from "../../../client/features/outbox/use-unsent.ts";
import { groupAnswers } from "../../../client/features/questions/answers-by-question.ts";
import { unitOrder } from "../../../client/features/questions/use-unit-order.ts";
import { unsentAsks } from "../../../client/features/room/asking/own-asks.ts";
import { firstRoom, myRooms, peopleIn } from "../../../client/features/room/my-rooms.ts";
import { ownSupport } from "../../../client/features/room/own-support.ts";
import { isReadIn, roomToReadIn } from "../../../client/features/room/reading/is-read-in.ts";
import { steadyList } from "../../../client/features/room/reading/steady-list.ts";
import type { OutboxEntry } from "../../../client/sync/outbox-storage.ts";
import { checkText } from "../../../client/ui/forms/text-problem.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { wireError } from "../../../shared/protocol/errors.ts";
import { answerView as answer, questionView as question } from "../../support/sample/question-view.ts";

const ids = (questions: readonly QuestionView[]) => questions.map(({ questionId }) => questionId);

describe("a list under the eye", () => {
  const a = question("a", { support: 3 });
  const b = question("b", { support: 2 });
  const order = [a.id, b.id];

  test("a new question of somebody else waits, with the rest unmoved", () => {
    const list = steadyList([question("c", { support: 9 }), a, b], order);
    expect(ids(list.visible)).toEqual(["a", "b"]);
    expect(list.waiting).toBe(1);
  });

  test("counts change in place; the order chosen is offered, not imposed", () => {
    const risen = { ...b, support: 8 };
    const list = steadyList(sortQuestions([a, risen], "support", unitOrder([])), order);
    expect(ids(list.visible)).toEqual(["a", "b"]);
    expect(list.visible[1]).toBe(risen);
    expect(list.drifted).toBe(true);
  });

  test("one's own new question stands on top at once", () => {
    const list = steadyList([a, b, question("mine", { mine: true })], order);
    expect(ids(list.visible)).toEqual(["mine", "a", "b"]);
    expect(list.waiting).toBe(0);
    expect(list.drifted).toBe(false);
  });

  test("what is gone goes", () => {
    expect(ids(steadyList([b], order).visible)).toEqual(["b"]);
  });

  test("an empty list shows the first question at once", () => {
    expect(ids(steadyList([a], []).visible)).toEqual(["a"]);
  });
});

describe("my own, before the server has it", () => {
  const entry = <C extends Command>(command: C, problem?: OutboxEntry["problem"]): Unsent<C> => ({
    commandId: "c",
    command,
    ...(problem !== undefined && { problem }),
  });
  const ask = { type: "question.ask", questionId: "q", roomId: "r", text: "问" } as const;

  test("an ask of this room is shown until its record is there; a refused one as refused", () => {
    const shown = (entries: Unsent<CommandOf<"question.ask">>[], known = false) =>
      unsentAsks(entries, "r", () => known, { now: 0, asker: undefined }).map(({ state }) => state);
    expect(shown([entry(ask)])).toEqual(["unsent"]);
    expect(shown([entry(ask)], true)).toEqual([]);
    expect(shown([entry({ ...ask, roomId: "other" })])).toEqual([]);
    expect(shown([entry(ask, wireError("storage_unavailable"))])).toEqual(["unsent"]);
    expect(shown([entry(ask, wireError("room_closed"))])).toEqual(["refused"]);
  });

  test("同问 shows what is wished, and the count with it, once only", () => {
    const support = { id: "support:q:p", kind: "support" as const, rev: 1, questionId: "q", personId: "p" };
    const alone = { questionId: "q", mergedFrom: null };
    const wish = (on: boolean) => entry({ type: "question.support", questionId: "q", on });
    expect(ownSupport([], [])(alone)).toEqual({ on: false, countShift: 0 });
    expect(ownSupport([], [wish(true)])(alone)).toEqual({ on: true, countShift: 1 });
    expect(ownSupport([support], [wish(true)])(alone)).toEqual({ on: true, countShift: 0 });
    expect(ownSupport([support], [wish(false)])(alone)).toEqual({ on: false, countShift: -1 });
    expect(ownSupport([], [wish(true), wish(false)])(alone)).toEqual({ on: false, countShift: 0 });
    const refused = entry({ type: "question.support", questionId: "q", on: true }, wireError("own_question"));
    expect(ownSupport([], [refused])(alone)).toEqual({ on: false, countShift: 0 });
  });
  test("同问 given to a question counts for the one it was joined into, and can be taken back there", () => {
    const support = { id: "support:q:p", kind: "support" as const, rev: 1, questionId: "q", personId: "p" };
    const joined = { questionId: "j", mergedFrom: ["o", "q"] };
    const wish = (questionId: string, on: boolean) => entry({ type: "question.support", questionId, on });
    expect(ownSupport([support], [])(joined)).toEqual({ on: true, countShift: 0 });
    expect(ownSupport([support], [wish("j", false)])(joined)).toEqual({ on: false, countShift: -1 });
    expect(ownSupport([], [wish("o", true), wish("j", false)])(joined)).toEqual({ on: false, countShift: 0 });
    const twice = { questionId: "k", mergedFrom: ["j"], mergedEarlier: ["o", "q"] };
    expect(ownSupport([support], [])(twice)).toEqual({ on: true, countShift: 0 });
  });
});

test("a question is read in its room and, lifted, in the plenary; one that was joined into another in neither", () => {
  const lifted = question("q", { liftedTo: "plenary" });
  expect([isReadIn(lifted, "r"), isReadIn(lifted, "plenary"), isReadIn(lifted, "else")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isReadIn({ ...lifted, status: "merged", intoId: "j" } as QuestionView, "r")).toBe(false);
});

test("a question is shown in the room one is in, else in one that one may enter", () => {
  const rooms = [{ roomId: "plenary" }, { roomId: "own" }];
  const lifted = question("q", { roomId: "other", liftedTo: "plenary" });
  expect(roomToReadIn(lifted, "own", rooms)).toBe("plenary");
  expect(roomToReadIn({ ...lifted, roomId: "own" }, "own", rooms)).toBe("own");
  expect(roomToReadIn({ ...lifted, liftedTo: null }, "own", rooms)).toBeUndefined();
});

test("answers stand under their question, the oldest first, and keep their array until they change", () => {
  const list = [answer("2", "q", "市财政局", 2), answer("1", "q", "市财政局", 1), answer("3", "other")];
  const first = groupAnswers(list, new Map());
  expect(first.get("q")?.map(({ answerId }) => answerId)).toEqual(["1", "2"]);
  const second = groupAnswers([...list, answer("4", "other", "市财政局", 4)], first);
  expect(second.get("q")).toBe(first.get("q"));
  expect(second.get("other")).not.toBe(first.get("other"));
});

test("rooms: the plenary and the own group, begun in the group once it is open", () => {
  const room = (roomId: string, order: number, more: Partial<RoomRecord> = {}): RoomRecord => ({
    id: `room:${roomId}`,
    kind: "room",
    rev: 1,
    roomId,
    name: roomId,
    roomKind: "breakout",
    order,
    moderation: null,
    status: "closed",
    closing: null,
    ...more,
  });
  const plenary = room("大会", 0, { roomKind: "plenary", status: "open" });
  const me = { personId: "p", roomId: "一组" } as PersonView;
  const all = [room("二组", 2), room("一组", 1), plenary];
  expect(myRooms(all, me, false).map(({ roomId }) => roomId)).toEqual(["大会", "一组"]);
  expect(myRooms(all, undefined, true).map(({ roomId }) => roomId)).toEqual(["大会", "一组", "二组"]);
  expect(firstRoom(myRooms(all, me, false), me)?.roomId).toBe("大会");
  expect(firstRoom([plenary, room("一组", 1, { status: "open" })], me)?.roomId).toBe("一组");
  expect(peopleIn(plenary, [me, { ...me, roomId: null }])).toBe(2);
  expect(peopleIn(room("一组", 1), [me, { ...me, roomId: null }])).toBe(1);
});

test("a text is judged by the server's own rule before it is sent", () => {
  expect(checkText("  问 \r\n题 ", 500)).toEqual({ ok: true, text: "问 \n题" });
  expect(checkText("  ", 500)).toEqual({ ok: false, code: "text_empty" });
  expect(checkText("字".repeat(501), 500)).toEqual({ ok: false, code: "text_too_long" });
  expect(checkText("字".repeat(1_001), 500)).toEqual({ ok: false, code: "text_too_long" });
  expect(checkText("a\u0007b", 500)).toEqual({ ok: false, code: "text_unreadable" });
});
