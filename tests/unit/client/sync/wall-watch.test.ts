import { expect, test } from "vitest";
import { WallWatch } from "../../../../client/sync/wall-watch.ts";
import type { WatchReply } from "../../../../shared/protocol/session-socket.ts";

/** A line that answers each watch with the next of `replies`. */
function line(...replies: WatchReply[]) {
  const calls: string[] = [];
  return {
    calls,
    watch: () => {
      calls.push("watch");
      return Promise.resolve(replies.shift() ?? null);
    },
    unwatch: () => void calls.push("unwatch"),
  };
}

const answered = () => new Promise(setImmediate);

test("[M2] watches while somebody wants to know, and anew with every join", async () => {
  const wall = new WallWatch(() => 0);
  const first = line({ ok: true, here: ["ann"], lines: { one: "甲", two: "乙" } });
  wall.joined(first);
  expect(first.calls).toEqual([]);
  const stop = wall.subscribe(() => undefined);
  const stopToo = wall.subscribe(() => undefined);
  await answered();
  wall.hear({ here: ["bob"], gone: ["ann"], lines: { one: "丙" } });
  expect([...(wall.snapshot().here ?? [])]).toEqual(["bob"]);
  expect(Object.fromEntries(wall.snapshot().lines)).toEqual({ one: "丙", two: "乙" });

  const second = line({ ok: true, here: [], lines: { two: "丁" } });
  wall.joined(second);
  await answered();
  expect(wall.snapshot().here?.size).toBe(0);
  expect(Object.fromEntries(wall.snapshot().lines)).toEqual({ one: "丙", two: "丁" });
  stop();
  expect(second.calls).toEqual(["watch"]);
  stopToo();
  expect(second.calls).toEqual(["watch", "unwatch"]);
});

test("a line that is lost leaves what was known, with when it stopped", async () => {
  let nowMs = 100;
  const wall = new WallWatch(() => nowMs);
  wall.subscribe(() => undefined);
  wall.lost();
  expect(wall.snapshot().stoppedAt).toBeNull();
  wall.joined(line({ ok: true, here: ["ann"], lines: {} }));
  await answered();
  wall.lost();
  nowMs = 200;
  wall.lost();
  expect(wall.snapshot()).toMatchObject({ stoppedAt: 100, here: new Set(["ann"]) });
  wall.joined(line({ ok: true, here: ["ann"], lines: {} }));
  await answered();
  expect(wall.snapshot().stoppedAt).toBeNull();
});
