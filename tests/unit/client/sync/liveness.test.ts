import { expect, test } from "vitest";
import { LIVENESS, Liveness } from "../../../../client/sync/liveness.ts";

/** Ticks every 200 ms from 0 and notes when each verdict first came; `hear` says at which ticks something was heard. */
function run(untilMs: number, tickMs: number, hear: (now: number, pinged: boolean) => boolean) {
  const liveness = new Liveness(0);
  const first: { ping?: number; dead?: number } = {};
  let pinged = false;
  for (let now = tickMs; now <= untilMs; now += tickMs) {
    if (hear(now, pinged)) {
      liveness.heard(now);
      pinged = false;
    }
    const verdict = liveness.tick(now);
    if (verdict === "ping") pinged = true;
    if (verdict !== "fine") first[verdict] ??= now;
    if (verdict === "dead") break;
  }
  return first;
}

test("silence is asked about after a second and given up within three", () => {
  const { ping, dead } = run(10_000, LIVENESS.tickMs, () => false);
  expect(ping).toBe(1_000);
  expect(dead).toBe(2_400);
});

test("it is given up within three seconds whenever the line was cut and however late the ticks are", () => {
  for (let tickMs = LIVENESS.tickMs; tickMs <= LIVENESS.tickMs + 50; tickMs += 1) {
    for (let cutAt = 1; cutAt <= tickMs; cutAt += 1) {
      const liveness = new Liveness(0);
      liveness.heard(cutAt);
      let now = tickMs;
      while (liveness.tick(now) !== "dead") now += tickMs;
      expect(now - cutAt, `ticks of ${tickMs} ms, cut at ${cutAt}`).toBeLessThan(3_000);
    }
  }
});

test("a line on which something is heard lives", () => {
  expect(run(20_000, LIVENESS.tickMs, (now) => now % 1_000 === 0)).toEqual({});
});

test("a quiet line that answers lives", () => {
  expect(run(60_000, LIVENESS.tickMs, (_now, pinged) => pinged).dead).toBeUndefined();
});

test("a background tab whose timers fire once a minute is asked first, and lives when it answers", () => {
  expect(run(600_000, 60_000, (_now, pinged) => pinged).dead).toBeUndefined();
});

test("a background tab whose line is dead is found out within three ticks", () => {
  expect(run(600_000, 1_000, () => false).dead).toBeLessThanOrEqual(6_000);
});

test("a page that froze does not give a healthy line up at its first late tick", () => {
  const liveness = new Liveness(0);
  expect(liveness.tick(200)).toBe("fine");
  expect(liveness.tick(1_400)).toBe("ping");
  expect(liveness.tick(9_000)).toBe("ping");
  liveness.heard(9_050);
  expect(liveness.tick(9_200)).toBe("fine");
});
