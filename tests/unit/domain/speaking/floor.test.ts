import { describe, expect, test } from "vitest";
import { leftAt, spokenAt, spokenBy } from "../../../../shared/domain/speaking/clock.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import type { SessionState } from "../../../../shared/domain/state.ts";
import { namedId, personId, ROOMS } from "../../../support/sample/sample-session.ts";
import { type Act, afterActs, go, said, speechOf } from "../../../support/sample/speaking.ts";

const ROOM = ROOMS.first;
const MINUTE_MS = 60_000;
const of = (type: "start" | "pause" | "resume" | "end" | "requeue", name: string, at: number): Act => [
  "moderator",
  { type: `speech.${type}`, speechId: namedId(name) },
  at,
];
const extend = (name: string, byMs: number, at: number): Act => [
  "moderator",
  { type: "speech.extend", speechId: namedId(name), byMs },
  at,
];
const budget = (per: "person" | "unit", budgetMs: number | null): Act => [
  "moderator",
  { type: "speech.budget", roomId: ROOM, per, budgetMs },
];
const add = (name: string, role: Parameters<typeof personId>[0]): Act => [
  "moderator",
  { type: "speech.add", speechId: namedId(name), roomId: ROOM, personId: personId(role) },
];
const queued = () => afterActs(add("a", "asker"), add("b", "neighbour"), add("c", "finance"));
const left = (state: SessionState, name: string, at: number) => leftAt(speechOf(state, name), at);

describe("[L4] what ends a speech", () => {
  test("a room that closes at the moment of sealing leaves nobody with the floor", () => {
    const closing: Act = ["moderator", { type: "room.close", roomId: ROOM, graceMs: 60_000 }, 11_000];
    const sealed: Act = ["organiser", { type: "session.seal" }, 12_000];
    const state = go(queued(), of("start", "a", 10_000), closing, sealed);
    expect(speechOf(state, "a")).toMatchObject({ status: "over", spokenMs: 2_000 });
  });

  test("in a room that is about to close somebody speaks until then, and not between then and its closing", () => {
    const closing: Act = ["moderator", { type: "room.close", roomId: ROOM, graceMs: 1_000 }, 10_000];
    const state = go(queued(), closing);
    expect(said(state, of("start", "a", 10_999))).toBe("changes 1");
    expect(said(state, of("start", "a", 11_000))).toBe("room_closed");
  });
});

describe("[L2] the floor", () => {
  test("one has it a room; who starts ends who spoke, and who presses a moment later starts nothing", () => {
    const state = go(queued(), of("start", "a", 10_000), of("start", "b", 25_000));
    expect(speechOf(state, "a")).toMatchObject({ status: "over", spokenMs: 15_000, endedAt: 25_000 });
    expect(speechOf(state, "b")).toMatchObject({ status: "speaking", startedAt: 25_000 });
    expect(said(state, of("start", "b", 26_000))).toBe("changes 0");
    expect(said(state, of("start", "a", 26_000))).toBe("speech_over");
  });

  test("a second room has its own", () => {
    const other: Act = [
      "leader",
      { type: "speech.add", speechId: namedId("d"), roomId: ROOMS.second, personId: personId("stranger") },
    ];
    const starts: Act = ["leader", { type: "speech.start", speechId: namedId("d") }, 20_000];
    const state = go(queued(), of("start", "a", 10_000), other, starts);
    expect([speechOf(state, "a").status, speechOf(state, "d").status]).toEqual(["speaking", "speaking"]);
    expect(said(state, ["leader", { type: "speech.end", speechId: namedId("a") }])).toBe("forbidden");
  });

  test("a pause holds the clock, time is added to what is left, or to now once it is up", () => {
    const state = go(
      queued(),
      of("start", "a", 0),
      of("pause", "a", MINUTE_MS),
      of("pause", "a", 2 * MINUTE_MS),
    );
    expect(left(state, "a", 10 * MINUTE_MS)).toBe(4 * MINUTE_MS);
    const on = go(state, of("resume", "a", 10 * MINUTE_MS), extend("a", MINUTE_MS, 11 * MINUTE_MS));
    expect(left(on, "a", 11 * MINUTE_MS)).toBe(4 * MINUTE_MS);
    const late = 20 * MINUTE_MS;
    expect(left(on, "a", late)).toBe(-5 * MINUTE_MS);
    expect(left(go(on, extend("a", MINUTE_MS, late)), "a", late)).toBe(MINUTE_MS);
    expect(left(go(on, extend("a", -MINUTE_MS, late)), "a", late)).toBe(-6 * MINUTE_MS);
  });

  test("what was ended by mistake goes on where it was, and what was begun by mistake waits again", () => {
    const state = go(queued(), of("start", "a", 0), of("start", "b", MINUTE_MS));
    const back = go(state, of("requeue", "b", 2 * MINUTE_MS), of("resume", "a", 2 * MINUTE_MS));
    expect(speechOf(back, "b").status).toBe("waiting");
    expect(spokenAt(speechOf(back, "a"), 3 * MINUTE_MS)).toBe(2 * MINUTE_MS);
  });

  test("what has not begun does not pause, and what is over does not pause either", () => {
    expect(said(queued(), of("pause", "a", 0))).toBe("speech_not_begun");
    const over = go(queued(), of("start", "a", 0), of("end", "a", 1));
    expect(said(over, of("pause", "a", 2))).toBe("speech_over");
    expect(said(over, extend("a", MINUTE_MS, 2))).toBe("speech_over");
    expect(said(over, of("end", "a", 2))).toBe("changes 0");
    expect(said(over, ["moderator", { type: "speech.end", speechId: namedId("no") }])).toBe("speech_unknown");
  });
});

describe("[L3] the budget", () => {
  const MIN_5 = 5 * MINUTE_MS;

  test("is five minutes a person where nobody says otherwise, and none where that is said", () => {
    expect(left(go(queued(), of("start", "a", 0)), "a", 0)).toBe(MIN_5);
    expect(left(go(queued(), budget("person", null), of("start", "a", 0)), "a", MIN_5)).toBeNull();
    const own: Act = ["moderator", { type: "speech.start", speechId: namedId("a"), budgetMs: 1_000 }, 0];
    expect(left(go(queued(), own), "a", 0)).toBe(1_000);
  });

  test("a unit's is shared by its people, a person's by nobody", () => {
    const unit = ["finance", "financeToo"] as const;
    const move: Act = ["moderator", { type: "person.move", personId: personId(unit[1]), roomId: ROOM }];
    const both = (per: "person" | "unit") =>
      go(
        afterActs(move, budget(per, MIN_5), add("a", unit[0]), add("b", unit[1])),
        of("start", "a", 0),
        of("start", "b", 3 * MINUTE_MS),
      );
    expect(left(both("unit"), "b", 3 * MINUTE_MS)).toBe(2 * MINUTE_MS);
    expect(left(both("person"), "b", 3 * MINUTE_MS)).toBe(MIN_5);
  });

  test("who has spoken how long is summed over all speeches, that under way among them", () => {
    const state = go(
      queued(),
      of("start", "a", 0),
      of("start", "b", 10_000),
      of("end", "b", 15_000),
      add("d", "asker"),
      of("start", "d", 20_000),
    );
    const sums = spokenBy(state.all("speech"), (speech) => speech.personId, 40_000);
    expect(sums).toEqual([
      { key: personId("asker"), spokenMs: 30_000 },
      { key: personId("neighbour"), spokenMs: 5_000 },
    ]);
  });
});

describe("[L4] who is no longer there", () => {
  const noted: Act = ["recorder", { type: "speech.note", speechId: namedId("a"), gist: "盘活闲置厂房" }];
  const speaking = () => go(queued(), of("start", "a", 0), noted);
  const removed: Act = ["organiser", { type: "person.remove", personId: personId("asker") }, 7_000];

  test("a speaker taken off the roster is done, and what was noted stays", () => {
    const state = go(speaking(), removed);
    expect(speechOf(state, "a")).toMatchObject({ status: "over", spokenMs: 7_000, gist: "盘活闲置厂房" });
    expect(said(state, of("resume", "a", 9_000))).toBe("person_unknown");
    const corrected: Act = ["recorder", { type: "speech.note", speechId: namedId("a"), gist: "改" }];
    expect(said(state, corrected)).toBe("changes 1");
  });

  test("who waits and is taken off, goes home or to another room waits no longer", () => {
    const gone: Act = ["organiser", { type: "person.remove", personId: personId("neighbour") }];
    expect(speechOf(go(queued(), gone), "b").status).toBe("withdrawn");
    expect(said(go(queued(), gone), of("start", "b", 0))).toBe("speech_not_queued");
    const away: Act = [
      "moderator",
      { type: "person.move", personId: personId("neighbour"), roomId: ROOMS.second },
    ];
    expect(speechOf(go(queued(), away), "b").status).toBe("withdrawn");
    expect(said(go(queued(), away), of("requeue", "b", 0))).toBe("person_elsewhere");
  });

  test("a room that closes holds the clock; sealing ends it", () => {
    const closed = go(speaking(), ["moderator", { type: "room.close", roomId: ROOM }, 9_000]);
    expect(speechOf(closed, "a")).toMatchObject({ status: "paused", spokenMs: 9_000 });
    expect(said(closed, of("resume", "a", 10_000))).toBe("room_closed");
    const sealed = go(speaking(), ["organiser", { type: "session.seal" }, 8_000]);
    expect(speechOf(sealed, "a")).toMatchObject({ status: "over", spokenMs: 8_000 });
  });
});

describe("[L7] speeches on the stage", () => {
  const show = (name: string): Act => [
    "moderator",
    { type: "stage.show", recordId: `speech:${namedId(name)}` },
  ];
  const shown = (state: SessionState) => state.find("stage", STAGE_RECORD_ID)?.recordId ?? null;

  test("the stage goes on with the next speaker of the room it shows", () => {
    const state = go(queued(), of("start", "a", 0), show("a"), of("start", "b", 1_000));
    expect(shown(state)).toBe(`speech:${namedId("b")}`);
    const blank: Act = ["moderator", { type: "stage.show", recordId: null }];
    expect(shown(go(state, blank, of("start", "c", 2_000)))).toBeNull();
  });

  test("what is withdrawn leaves it, and what is not there does not come to it", () => {
    const state = go(queued(), show("b"));
    expect(shown(go(state, ["neighbour", { type: "speech.withdraw", speechId: namedId("b") }]))).toBeNull();
    expect(said(queued(), show("nobody"))).toBe("record_unknown");
    const withdrawn = go(queued(), ["neighbour", { type: "speech.withdraw", speechId: namedId("b") }]);
    expect(said(withdrawn, show("b"))).toBe("speech_not_queued");
    expect(said(state, ["leader", { type: "stage.show", recordId: null }])).toBe("forbidden");
  });
});
