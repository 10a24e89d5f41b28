import { describe, expect, test } from "vitest";
import { AttemptLimiter } from "../../server/identity/attempt-limiter.ts";

const MINUTE_MS = 60_000;

function limiter() {
  const time = { now: 1_800_000_000_000 };
  return { time, tries: new AttemptLimiter({ burst: 2, refillMs: MINUTE_MS, clock: () => time.now }) };
}

describe("tries at one secret", () => {
  test("a few at once, then one each time it refills; other keys are apart", () => {
    const { time, tries } = limiter();
    expect([tries.take("a"), tries.take("a"), tries.take("a")]).toEqual([0, 0, MINUTE_MS]);
    expect(tries.take("b")).toBe(0);
    time.now += MINUTE_MS / 2;
    expect(tries.take("a")).toBe(MINUTE_MS / 2);
    time.now += MINUTE_MS / 2;
    expect([tries.take("a"), tries.take("a")]).toEqual([0, MINUTE_MS]);
  });

  test("a clock set back an hour costs a minute, not an hour", () => {
    const { time, tries } = limiter();
    for (let made = 0; made < 3; made += 1) tries.take("a");
    time.now -= 60 * MINUTE_MS;
    expect(tries.take("a")).toBe(MINUTE_MS);
    time.now += MINUTE_MS;
    expect(tries.take("a")).toBe(0);
  });

  test("forgiven they begin anew; a try given back does not count", () => {
    const { tries } = limiter();
    for (let made = 0; made < 3; made += 1) tries.take("seat 10.0.0.1");
    tries.take("seat 10.0.0.2");
    tries.giveBack("seat 10.0.0.2", 1);
    expect([tries.take("seat 10.0.0.2"), tries.take("seat 10.0.0.2")]).toEqual([0, 0]);
    tries.forgiveAll("seat ");
    expect([tries.take("seat 10.0.0.1"), tries.take("seat 10.0.0.2")]).toEqual([0, 0]);
  });
});
