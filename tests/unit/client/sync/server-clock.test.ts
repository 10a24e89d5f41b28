import fc from "fast-check";
import { expect, test } from "vitest";
import { ServerClock } from "../../../../client/sync/server-clock.ts";

const HOUR_MS = 3_600_000;
const SERVER_START = Date.parse("2025-11-28T11:30:00.000Z");

/** A laptop and a server; `passMs` lets time pass for both, `sleepMs` for all but the laptop's monotonic clock. */
class Pair {
  monotonic = 5_000;
  wall: number;
  server = SERVER_START;
  readonly clock: ServerClock;

  constructor(wallLeadMs = 0) {
    this.wall = SERVER_START + wallLeadMs;
    this.clock = new ServerClock({ monotonicNow: () => this.monotonic, wallNow: () => this.wall });
  }

  passMs(ms: number): void {
    this.monotonic += ms;
    this.sleepMs(ms);
  }

  sleepMs(ms: number): void {
    this.wall += ms;
    this.server += ms;
  }

  /** Asks once; `thereMs` and `backMs` are the two ways. */
  ask(thereMs: number, backMs: number): void {
    const sentAtMs = this.monotonic;
    this.passMs(thereMs);
    const serverNow = Math.floor(this.server);
    this.passMs(backMs);
    this.clock.hear({ sentAtMs, receivedAtMs: this.monotonic, serverNow });
  }

  get errorMs(): number {
    return Math.abs(this.clock.now() - this.server);
  }

  /** How often the server is asked within `ms`, looked at five times a second. */
  asksWithin(ms: number): number {
    let asks = 0;
    for (let passed = 0; passed < ms; passed += 200) {
      this.passMs(200);
      if (this.clock.isDue()) asks += 1;
    }
    return asks;
  }
}

test("[T4] a laptop whose clock is hours wrong has the server's time once it heard it", () => {
  const pair = new Pair(-9 * HOUR_MS);
  expect(pair.errorMs).toBe(9 * HOUR_MS);
  pair.ask(3, 3);
  expect(pair.errorMs).toBeLessThan(2);
});

test("of several readings the one with the shortest way is kept, whichever way was the slow one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 4_000 })), {
        minLength: 1,
        maxLength: 20,
      }),
      (ways) => {
        const pair = new Pair(5 * HOUR_MS);
        for (const [thereMs, backMs] of ways) pair.ask(thereMs, backMs);
        const shortest = Math.min(...ways.map(([thereMs, backMs]) => thereMs + backMs));
        // Two roundings, and what the clocks may drift meanwhile.
        expect(pair.errorMs).toBeLessThanOrEqual(shortest / 2 + 2 + 20 * 8_000 * 0.0001);
      },
    ),
  );
});

test("[T4] a clock that is set, or a sleep the monotonic clock does not count, moves nothing for longer than one reading", () => {
  const pair = new Pair();
  pair.ask(2, 2);
  pair.wall += 7 * HOUR_MS;
  expect(pair.errorMs).toBeLessThan(2);
  pair.sleepMs(20 * 60_000);
  expect(pair.errorMs).toBeGreaterThan(19 * 60_000);
  // The first answer after waking comes late, and is believed all the same.
  pair.ask(150, 20);
  expect(pair.errorMs).toBeLessThan(90);
  pair.ask(2, 2);
  expect(pair.errorMs).toBeLessThan(2);
});

test("the server is asked several times after a join, after a jump at once, and else every two minutes", () => {
  const pair = new Pair();
  expect(pair.asksWithin(1_000)).toBe(3);
  pair.clock.joined();
  expect(pair.asksWithin(2_000)).toBe(5);
  expect(pair.asksWithin(100_000)).toBe(0);
  expect(pair.asksWithin(30_000)).toBe(3);
  pair.sleepMs(HOUR_MS);
  expect(pair.clock.isDue()).toBe(true);
  expect(pair.asksWithin(2_000)).toBe(2);
});
