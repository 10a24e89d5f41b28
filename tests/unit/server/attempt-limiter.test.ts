import { describe, expect, test } from "vitest";
import { AttemptLimiter } from "../../../server/identity/attempt-limiter.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BOUND = { burst: 2, refillMs: MINUTE_MS };

async function limiter(storage = openMemoryStorage(), time = { now: 1_800_000_000_000 }) {
  const tries = new AttemptLimiter(storage.attempts, () => time.now);
  await tries.opened();
  /** Milliseconds to wait, 0 for a try that was made. */
  const attempt = (key: string) => {
    const waitMs = tries.waitMs(key, BOUND);
    if (waitMs === 0) tries.count(key, BOUND);
    return waitMs;
  };
  return { storage, time, tries, attempt };
}

describe("[S1] tries at one secret", () => {
  test("a few at once, then one each time it refills; other keys are apart", async () => {
    const { time, attempt } = await limiter();
    expect([attempt("a"), attempt("a"), attempt("a")]).toEqual([0, 0, MINUTE_MS]);
    expect(attempt("b")).toBe(0);
    time.now += MINUTE_MS / 2;
    expect(attempt("a")).toBe(MINUTE_MS / 2);
    time.now += MINUTE_MS / 2;
    expect([attempt("a"), attempt("a")]).toEqual([0, MINUTE_MS]);
  });

  test("a clock set back an hour costs a minute, not an hour, and nobody who waited long enough anything", async () => {
    const { time, attempt } = await limiter();
    for (let made = 0; made < 3; made += 1) attempt("old");
    time.now += 5 * MINUTE_MS;
    for (let made = 0; made < 3; made += 1) attempt("a");
    time.now -= HOUR_MS;
    expect(attempt("old")).toBe(0);
    expect(attempt("a")).toBe(MINUTE_MS);
    time.now += MINUTE_MS;
    expect(attempt("a")).toBe(0);
  });

  test("forgiven they begin anew; a try given back does not count", async () => {
    const { tries, attempt } = await limiter();
    for (let made = 0; made < 3; made += 1) attempt("seat 10.0.0.1");
    attempt("seat 10.0.0.2");
    tries.giveBack("seat 10.0.0.2", BOUND, 1);
    expect([attempt("seat 10.0.0.2"), attempt("seat 10.0.0.2")]).toEqual([0, 0]);
    expect(tries.forgive("seat 10.0.0.2", BOUND)).toBe(2);
    tries.forgiveAll("seat ");
    expect([attempt("seat 10.0.0.1"), attempt("seat 10.0.0.2")]).toEqual([0, 0]);
  });

  test("what was saved counts after a restart, also when the clock was set back meanwhile", async () => {
    const { storage, time, tries, attempt } = await limiter();
    for (let made = 0; made < 3; made += 1) attempt("a");
    attempt("gone");
    tries.forgive("gone", BOUND);
    await tries.save();
    expect((await storage.attempts.load()).map(({ key }) => key)).toEqual(["a"]);
    expect((await limiter(storage, time)).attempt("a")).toBe(MINUTE_MS);
    time.now -= HOUR_MS;
    const later = await limiter(storage, time);
    expect(later.attempt("a")).toBe(MINUTE_MS);
    time.now += MINUTE_MS;
    expect(later.attempt("a")).toBe(0);
  });

  test("ends with time on disk and is bounded in number", async () => {
    const { storage, time, tries } = await limiter();
    for (let key = 0; key < 50_010; key += 1) tries.count(`key ${key}`, BOUND);
    await tries.save();
    const kept = await storage.attempts.load();
    expect(kept).toHaveLength(50_000);
    expect(kept.some(({ key }) => key === "key 9")).toBe(false);
    time.now += HOUR_MS;
    tries.count("another", BOUND);
    await tries.save();
    expect((await storage.attempts.load()).map(({ key }) => key)).toEqual(["another"]);
  });
});
