import { expect, test } from "vitest";
import { waitingIn } from "../../../client/features/room/reviewing/use-waiting.ts";
import { whereTo } from "../../../client/features/room/use-followed-room.ts";
import { crewOf } from "../../../client/features/rooms/crew.ts";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { RoundView } from "../../../shared/domain/rounds/views.ts";

const room = (roomId: string, more: Partial<RoomRecord> = {}): RoomRecord => ({
  id: `room:${roomId}`,
  kind: "room",
  rev: 1,
  roomId,
  name: roomId,
  roomKind: roomId === "plenary" ? "plenary" : "breakout",
  order: 0,
  moderation: null,
  status: "open",
  closing: null,
  ...more,
});

const person = (personId: string, roomId: string | null, more: Partial<PersonView> = {}): PersonView => ({
  id: `person:${personId}`,
  kind: "person",
  rev: 1,
  personId,
  order: 1,
  name: personId,
  unit: "滑县政府",
  post: null,
  side: "county",
  duties: [],
  group: null,
  roomId,
  ...more,
});

const round = (status: RoundView["status"], recorders: Readonly<Record<string, string>>): RoundView => ({
  id: `round:${status}`,
  kind: "round",
  rev: 1,
  roundId: status,
  name: status,
  order: 1,
  status,
  removed: false,
  groups: Object.entries(recorders).map(([roomId, recorderId]) => {
    return { roomId, name: roomId, max: null, locked: [], free: [recorderId], leaderId: null, recorderId };
  }),
});

const plenary = room("plenary");
const first = room("first");
const second = room("second");
const rooms = [plenary, first, second];

test("[G6] who is moved goes to the new room, from the plenary only where it is open", () => {
  const before = (at: RoomRecord) => ({ me: person("p", "first"), room: at });
  const me = person("p", "second");
  expect(whereTo(before(first), { me, room: first }, rooms)).toBe(second);
  expect(whereTo(before(plenary), { me, room: plenary }, rooms)).toBe(second);
  const shut = [plenary, first, room("second", { status: "closed" })];
  expect(whereTo(before(first), { me, room: first }, shut)?.roomId).toBe("second");
  expect(whereTo(before(plenary), { me, room: plenary }, shut)).toBeUndefined();
  const none = person("p", null);
  expect(whereTo(before(first), { me: none, room: first }, rooms)).toBe(plenary);
  expect(whereTo(before(plenary), { me: none, room: plenary }, rooms)).toBeUndefined();
});

test("[G4] who is called back goes to the plenary once the group closes; a room that closes for itself keeps its readers", () => {
  const me = person("p", "first");
  const closing = (recalls: boolean) => room("first", { closing: { closesAt: 1, recalls } });
  const closed = room("first", { status: "closed" });
  expect(whereTo({ me, room: closing(true) }, { me, room: closed }, rooms)).toBe(plenary);
  expect(whereTo({ me, room: closing(true) }, { me, room: first }, rooms)).toBeUndefined();
  expect(whereTo({ me, room: closing(false) }, { me, room: closed }, rooms)).toBeUndefined();
  expect(
    whereTo({ me, room: closing(true) }, { me, room: room("second", { status: "closed" }) }, rooms),
  ).toBe(undefined);
});

test("who leads and who records in a group stands by 排序号, without those taken off the roster", () => {
  const people = [
    person("乙", "first", { order: 2, duties: ["leader"] }),
    person("甲", "first", { order: 1, duties: ["leader", "recorder"] }),
    person("丙", "first", { duties: ["recorder"], removed: true }),
    person("丁", "second", { duties: ["leader"] }),
  ];
  expect(crewOf(first, people, [])).toEqual({ leaders: ["甲", "乙"], recorders: ["甲"] });
  expect(crewOf(room("third"), people, [])).toEqual({ leaders: [], recorders: [] });
});

test("who records in a group by the round that runs is its recorder as well, while in it", () => {
  const people = [person("甲", "first", { order: 1 }), person("乙", "second", { order: 2 })];
  const ended = round("ended", { first: "乙" });
  const running = round("running", { first: "甲", second: "甲" });
  expect(crewOf(first, people, [ended, running]).recorders).toEqual(["甲"]);
  expect(crewOf(room("second"), people, [running]).recorders).toEqual([]);
  expect(crewOf(first, people, [ended]).recorders).toEqual([]);
});

test("[G7] what waits in a group stands in the order it was asked, with what was put aside behind it", () => {
  const ask = (questionId: string, askedAt: number, more: object = {}) =>
    ({
      id: `question:${questionId}`,
      questionId,
      roomId: "first",
      askedAt,
      status: "pending",
      ...more,
    }) as unknown as QuestionView;
  const questions = [
    ask("aside", 1, { held: true }),
    ask("later", 3),
    ask("sooner", 2, { held: false }),
    ask("elsewhere", 1, { roomId: "second" }),
    ask("public", 1, { status: "public" }),
  ];
  expect(waitingIn("first", questions).map(({ questionId }) => questionId)).toEqual([
    "sooner",
    "later",
    "aside",
  ]);
});
