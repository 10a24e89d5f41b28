import { describe, expect, test } from "vitest";
import { byOrder } from "../../../../shared/domain/people/by-order.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { namedId, personId, ROOMS, sampleSession } from "../../../support/sample/sample-session.ts";
import {
  type Act,
  afterActs,
  arrived,
  go,
  queueOf,
  said,
  speechOf,
} from "../../../support/sample/speaking.ts";

const ROOM = ROOMS.first;
const request = (name: string): Act[1] => ({ type: "speech.request", speechId: namedId(name), roomId: ROOM });
const withdraw = (name: string): Act[1] => ({ type: "speech.withdraw", speechId: namedId(name) });
const requeue = (name: string): Act[1] => ({ type: "speech.requeue", speechId: namedId(name) });
const start = (name: string): Act[1] => ({ type: "speech.start", speechId: namedId(name) });
const order = (...names: string[]): Act[1] => ({
  type: "speech.order",
  roomId: ROOM,
  speechIds: names.map(namedId),
});
const add = (name: string, role: Parameters<typeof personId>[0]): Act[1] => ({
  type: "speech.add",
  speechId: namedId(name),
  roomId: ROOM,
  personId: personId(role),
});
const THREE: Act[] = [
  ["asker", request("a")],
  ["neighbour", request("b")],
  ["finance", request("c")],
];

describe("[L1] the queue of a room", () => {
  test("takes who asks, once each, in the order they ask", () => {
    expect(queueOf(afterActs(...THREE), ROOM)).toEqual(["a", "b", "c"]);
    expect(said(afterActs(...THREE), ["asker", request("again")])).toBe("changes 0");
    expect(said(sampleSession(), ["stranger", request("a")])).toBe("forbidden");
    expect(said(sampleSession(), ["observer", request("a")])).toBe("forbidden");
    expect(said(afterActs(...THREE), ["commerce", request("a")])).toBe("id_taken");
  });

  test("takes whom staff add, also who has not entered; nobody twice, nobody of elsewhere", () => {
    const state = afterActs(["recorder", add("a", "asker")]);
    expect(queueOf(state, ROOM)).toEqual(["a"]);
    expect(said(state, ["recorder", add("b", "asker")])).toBe("speech_queued");
    expect(said(state, ["recorder", add("b", "stranger")])).toBe("person_elsewhere");
    const nobody: Act[1] = {
      type: "speech.add",
      speechId: namedId("b"),
      roomId: ROOM,
      personId: namedId("nobody"),
    };
    expect(said(state, ["recorder", nobody])).toBe("person_unknown");
  });

  test("who was called and asks as well is marked as asking, at the same place", () => {
    const state = afterActs(
      ["recorder", add("a", "asker")],
      ["recorder", add("b", "neighbour")],
      ["neighbour", request("mine")],
    );
    expect(queueOf(state, ROOM)).toEqual(["a", "b"]);
    expect([speechOf(state, "a").asked, speechOf(state, "b").asked]).toEqual([false, true]);
  });

  test("is filled by 排序号 with those who are here and were not heard, and again with those who came", () => {
    const here = arrived(sampleSession(), "commerce", "asker", "finance", "observer", "stranger");
    const fill = (from: number): Act => [
      "moderator",
      {
        type: "speech.fill",
        roomId: ROOM,
        speechIds: Array.from({ length: 9 }, (_, at) => namedId(`n${from + at}`)),
      },
    ];
    const filled = go(here, fill(0));
    const inOrder = (state: typeof filled) =>
      [...state.all("speech")]
        .filter(({ status }) => status === "waiting")
        .sort((one, other) => one.order - other.order)
        .map((speech) => speech.personId);
    const expected = [...here.all("person")]
      .filter((person) =>
        ["asker", "finance", "commerce"].map((role) => namedId(role)).includes(person.personId),
      )
      .sort(byOrder)
      .map((person) => person.personId);
    expect(inOrder(filled)).toEqual(expected);
    expect(said(filled, fill(20))).toBe("changes 0");
    const more = go(arrived(go(filled, ["moderator", start("n0")]), "neighbour"), fill(20));
    expect(inOrder(more)).toEqual([...expected.slice(1), personId("neighbour")]);
  });

  test("is put in order by those who stand in it; who came meanwhile follows, who left is passed over", () => {
    const state = afterActs(...THREE);
    expect(queueOf(go(state, ["moderator", order("c", "a", "b")]), ROOM)).toEqual(["c", "a", "b"]);
    expect(queueOf(go(state, ["moderator", order("c")]), ROOM)).toEqual(["c", "a", "b"]);
    expect(
      queueOf(go(state, ["neighbour", withdraw("b")], ["moderator", order("c", "b", "a")]), ROOM),
    ).toEqual(["c", "a"]);
    expect(said(state, ["moderator", order("a", "b", "c")])).toBe("changes 0");
    expect(said(state, ["asker", order("a", "b", "c")])).toBe("forbidden");
  });

  test("who withdraws keeps the place to come back to, and leaves one record however often", () => {
    const state = go(afterActs(...THREE), ["asker", withdraw("a")]);
    expect(queueOf(state, ROOM)).toEqual(["b", "c"]);
    expect(queueOf(go(state, ["asker", requeue("a")]), ROOM)).toEqual(["a", "b", "c"]);
    const anew = go(state, ["asker", request("d")], ["asker", withdraw("d")], ["asker", request("e")]);
    expect(queueOf(anew, ROOM)).toEqual(["b", "c", "e"]);
    expect([...anew.all("speech")]).toHaveLength(3);
    expect(said(state, ["neighbour", withdraw("c")])).toBe("forbidden");
    const begun = go(state, ["moderator", start("b")]);
    expect(said(begun, ["neighbour", withdraw("b")])).toBe("speech_not_queued");
    expect(said(begun, ["neighbour", requeue("b")])).toBe("forbidden");
    expect(queueOf(go(begun, ["moderator", requeue("b")]), ROOM)).toEqual(["b", "c"]);
  });

  test("takes nobody in a room that is not open, and has a bound", () => {
    const closed = afterActs(["moderator", { type: "room.close", roomId: ROOM }]);
    expect(said(closed, ["asker", request("a")])).toBe("room_closed");
    expect(said(closed, ["moderator", add("a", "asker")])).toBe("room_closed");
    expect(LIMITS.speechQueueMax).toBeGreaterThan(300);
  });
});
