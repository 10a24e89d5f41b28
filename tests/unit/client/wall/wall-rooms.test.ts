import { describe, expect, test } from "vitest";
import { missingOf, roomKeeper, wallRooms } from "../../../../client/features/wall/wall-rooms.ts";
import type { HelpRecord } from "../../../../shared/domain/help/records.ts";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { SpeechView } from "../../../../shared/domain/speaking/views.ts";
import { questionView } from "../../../support/sample/question-view.ts";

function room(roomId: string, order: number, roomKind: RoomRecord["roomKind"] = "breakout"): RoomRecord {
  const base = { id: `room:${roomId}`, kind: "room", rev: 1 } as const;
  return { ...base, roomId, name: roomId, roomKind, order, moderation: null, closing: null, status: "open" };
}

function person(personId: string, order: number, more: Partial<PersonView> = {}): PersonView {
  return {
    id: `person:${personId}`,
    kind: "person",
    rev: 1,
    personId,
    order,
    name: personId,
    unit: "滑县政府",
    post: null,
    side: "county",
    duties: [],
    group: null,
    roomId: "one",
    ...more,
  };
}

function call(roomId: string, calledAt: number): HelpRecord {
  return {
    id: `help:${roomId}`,
    kind: "help",
    rev: 1,
    roomId,
    personId: "ann",
    calledAt,
    text: null,
    answeredAt: null,
  };
}

function speech(roomId: string, speechId: string, state: Partial<SpeechView>): SpeechView {
  const speaker = { personId: speechId, name: speechId, unit: "滑县政府", post: null };
  const base = {
    id: `speech:${speechId}`,
    kind: "speech",
    rev: 1,
    speechId,
    roomId,
    personId: speechId,
  } as const;
  return { ...base, order: 1, asked: false, status: "waiting", speaker, ...state } as SpeechView;
}

const ROOMS = [room("one", 1), room("two", 2), room("hall", 3, "plenary")];
const EMPTY = { rooms: ROOMS, people: [], questions: [], helps: [], speeches: [], here: new Set<string>() };

describe("the rooms of the wall", () => {
  test("the plenary first, and before it who calls, the longest first", () => {
    const order = (helps: readonly HelpRecord[]) =>
      wallRooms({ ...EMPTY, helps }).map(({ room: { roomId } }) => roomId);
    expect(order([])).toEqual(["hall", "one", "two"]);
    expect(order([call("two", 5)])).toEqual(["two", "hall", "one"]);
    expect(order([call("two", 5), call("one", 9)])).toEqual(["two", "one", "hall"]);
  });

  test("who is on leave, has left or is off the roster is not missing, and counts where here all the same", () => {
    const people = [
      person("late", 2),
      person("early", 1),
      person("here", 3),
      person("excused", 4, { excused: true }),
      person("came", 5, { excused: true }),
      person("left", 6, { leftAt: 7 }),
      person("off", 7, { removed: true }),
      person("other", 8, { roomId: "two" }),
    ];
    const here = new Set(["here", "came"]);
    const [hall, one, two] = wallRooms({ ...EMPTY, people, here });
    expect(one).toMatchObject({ members: 4, here: 2 });
    expect(one?.missing.map(({ personId }) => personId)).toEqual(["early", "late"]);
    expect(two).toMatchObject({ members: 1, here: 0 });
    expect(hall).toMatchObject({ members: 5, here: 2 });
    expect(missingOf(people, here).map(({ personId }) => personId)).toEqual(["early", "late", "other"]);
  });

  test("what waits and what has no answer is counted room by room; the leader is the group's own", () => {
    const questions = [
      questionView("q1", { roomId: "one", status: "pending", held: false }),
      questionView("q2", { roomId: "one", status: "public" }),
      questionView("q3", { roomId: "one", status: "answered" }),
      questionView("q4", { roomId: "two", status: "routed", leadUnit: "市财政局" }),
    ];
    const people = [person("chief", 1, { duties: ["leader"] })];
    const [hall, one, two] = wallRooms({ ...EMPTY, questions, people });
    expect(one).toMatchObject({ pending: 1, unanswered: 1, leader: { name: "chief" } });
    expect(two).toMatchObject({ pending: 0, unanswered: 1, leader: undefined });
    expect(hall).toMatchObject({ pending: 0, unanswered: 0, leader: undefined });
  });

  test("who speaks, how many wait and how many of them asked is counted room by room", () => {
    const speeches = [
      speech("one", "over", { status: "over" }),
      speech("one", "now", { status: "paused" }),
      speech("one", "next", { asked: true }),
      speech("one", "later", {}),
      speech("one", "gone", { status: "withdrawn", asked: true }),
      speech("two", "there", {}),
    ];
    const [hall, one, two] = wallRooms({ ...EMPTY, speeches });
    expect(one).toMatchObject({ speech: { speechId: "now" }, queued: 2, asking: 1 });
    expect(two).toMatchObject({ speech: undefined, queued: 1, asking: 0 });
    expect(hall).toMatchObject({ speech: undefined, queued: 0, asking: 0 });
  });

  test("a room in which nothing is otherwise is the same again, so that its card is not drawn", () => {
    const keep = roomKeeper();
    const late = person("late", 1);
    const people = [late, person("other", 2, { roomId: "two" })];
    const before = keep(wallRooms({ ...EMPTY, people }));
    const speeches = [speech("one", "now", { status: "speaking" })];
    const after = keep(wallRooms({ ...EMPTY, people, speeches }));
    const changed = after.filter((room, at) => room !== before[at]);
    expect(changed.map(({ room: { roomId } }) => roomId)).toEqual(["one"]);
    const renamed = [{ ...late, name: "晚到" }, people[1] as PersonView];
    const third = keep(wallRooms({ ...EMPTY, people: renamed, speeches }));
    expect(third.find(({ room: { roomId } }) => roomId === "two")).toBe(before[2]);
    expect(third.find(({ room: { roomId } }) => roomId === "one")?.missing[0]?.name).toBe("晚到");
  });
});
