import { describe, expect, test } from "vitest";
import { MemoryPresence } from "../../../server/presence/memory-presence.ts";
import { PRESENCE_EVERY_MS, PRESENCE_GATHER_MS } from "../../../server/presence/watched-session.ts";
import type { PresenceChanges } from "../../../shared/protocol/session-socket.ts";

const SESSION = "session";

/** Presence on a clock that goes when told to, over notes that are open or stored. */
function given() {
  const open = new Map<string, string>();
  const stored = new Map<string, () => Promise<string | null>>();
  let nowMs = 0;
  let waiting: { atMs: number; work: () => void }[] = [];
  const looks: string[] = [];
  const presence = new MemoryPresence({
    lines: {
      read: (_sessionId, roomId) => {
        looks.push(roomId);
        return open.get(roomId) ?? null;
      },
      fetch: (_sessionId, roomId) => stored.get(roomId)?.() ?? Promise.resolve(""),
    },
    times: {
      now: () => nowMs,
      after: (delayMs, work) => {
        const due = { atMs: nowMs + delayMs, work };
        waiting.push(due);
        return () => {
          waiting = waiting.filter((one) => one !== due);
        };
      },
    },
  });
  const pass = (ms: number) => {
    nowMs += ms;
    const due = waiting.filter(({ atMs }) => atMs <= nowMs);
    waiting = waiting.filter((one) => !due.includes(one));
    for (const { work } of due) work();
  };
  const watch = (rooms: readonly string[] = []) => {
    const told: PresenceChanges[] = [];
    return { told, ...presence.watch(SESSION, rooms, (changes) => told.push(changes)) };
  };
  return { presence, open, stored, looks, pass, watch, timers: () => waiting.length };
}

const NOTHING = { here: [], gone: [], lines: {} };

describe("[M1] who is here", () => {
  test("is told at once to who begins to watch, and then what changes, a person once however many pages", () => {
    const { presence, pass, watch } = given();
    const leave = presence.enter(SESSION, "ann");
    const leaveToo = presence.enter(SESSION, "ann");
    const { present, told } = watch();
    expect(present.here).toEqual(["ann"]);
    leave();
    presence.enter(SESSION, "bob");
    pass(PRESENCE_GATHER_MS);
    expect(told).toEqual([{ ...NOTHING, here: ["bob"] }]);
    leaveToo();
    leaveToo();
    pass(PRESENCE_EVERY_MS);
    expect(told.at(-1)).toEqual({ ...NOTHING, gone: ["ann"] });
  });

  test("is merged: one message a second at most, and none where nothing came of it", () => {
    const { presence, pass, watch, timers } = given();
    const { told } = watch();
    for (let turn = 0; turn < 40; turn += 1) {
      presence.enter(SESSION, `person ${turn}`);
      pass(PRESENCE_EVERY_MS / 20);
    }
    expect(told.length).toBeLessThanOrEqual(3);
    pass(PRESENCE_EVERY_MS);
    expect(told.flatMap(({ here }) => here)).toHaveLength(40);
    const before = told.length;
    presence.enter(SESSION, "ann")();
    pass(PRESENCE_EVERY_MS);
    expect(told).toHaveLength(before);
    expect(timers()).toBe(0);
  });

  test("who comes to watch later begins where the others are", () => {
    const { presence, pass, watch } = given();
    const first = watch();
    presence.enter(SESSION, "ann");
    const second = watch();
    expect(second.present.here).toEqual([]);
    pass(PRESENCE_GATHER_MS);
    expect(first.told).toEqual(second.told);
    expect(watch().present.here).toEqual(["ann"]);
  });
});

describe("[M3] last lines", () => {
  test("are read when it is time to tell them, of watched sessions and rooms written in alone", async () => {
    const { presence, open, looks, pass, watch } = given();
    open.set("one", "甲");
    open.set("two", "");
    presence.wrote(SESSION, "one");
    expect(looks).toEqual([]);
    const { told, end } = watch(["one", "two"]);
    for (let turn = 0; turn < 30; turn += 1) presence.wrote(SESSION, "one");
    pass(PRESENCE_GATHER_MS);
    expect(told).toEqual([{ ...NOTHING, lines: { one: "甲", two: "" } }]);
    expect(looks).toEqual(["one", "two"]);
    open.set("one", "乙");
    presence.wrote(SESSION, "one");
    pass(PRESENCE_EVERY_MS);
    expect(looks).toEqual(["one", "two", "one"]);
    expect(told.at(-1)).toEqual({ ...NOTHING, lines: { one: "乙" } });
    end();
    presence.wrote(SESSION, "one");
    pass(PRESENCE_EVERY_MS);
    expect(looks).toHaveLength(3);
  });

  test("of notes nobody has open are fetched, and what is written meanwhile makes that vain", async () => {
    const { presence, open, stored, pass, watch } = given();
    const fetches: ((line: string) => void)[] = [];
    stored.set("one", () => new Promise((resolve) => fetches.push(resolve)));
    const { told } = watch(["one"]);
    pass(PRESENCE_GATHER_MS);
    await Promise.resolve();
    presence.wrote(SESSION, "one");
    open.set("one", "新");
    pass(PRESENCE_EVERY_MS);
    for (const resolve of fetches) resolve("旧");
    await new Promise(setImmediate);
    pass(PRESENCE_EVERY_MS);
    expect(told).toEqual([{ ...NOTHING, lines: { one: "新" } }]);
  });

  test("that cannot be fetched are left out, and the others come", async () => {
    const { stored, pass, watch } = given();
    stored.set("one", () => Promise.resolve(null));
    stored.set("two", () => Promise.resolve("二"));
    const { told } = watch(["one", "two"]);
    pass(PRESENCE_GATHER_MS);
    await new Promise(setImmediate);
    pass(PRESENCE_EVERY_MS);
    expect(told).toEqual([{ ...NOTHING, lines: { two: "二" } }]);
  });
});

test("[M2] nothing is left of a session without sockets, nor a timer of one nobody watches", () => {
  const { presence, watch, timers } = given();
  const leave = presence.enter(SESSION, "ann");
  const { end } = watch(["one"]);
  expect(timers()).toBe(1);
  end();
  end();
  expect(timers()).toBe(0);
  expect(presence.size).toBe(1);
  leave();
  expect(presence.size).toBe(0);
});
