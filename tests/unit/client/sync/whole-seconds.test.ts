import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WholeSeconds } from "../../../../client/sync/whole-seconds.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clock that is `aheadMs` ahead of the machine's. */
const ahead = (aheadMs: number) => ({ now: () => Date.now() + aheadMs });

test("clocks that differ by any part of a second turn at their own seconds", () => {
  vi.setSystemTime(10_250);
  const seconds = new WholeSeconds(ahead(300));
  const turns: number[] = [];
  seconds.subscribe(() => turns.push(seconds.current()));
  expect(seconds.current()).toBe(10_000);
  vi.advanceTimersByTime(449);
  expect(turns).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(turns).toEqual([11_000]);
  vi.advanceTimersByTime(3_000);
  expect(turns).toEqual([11_000, 12_000, 13_000, 14_000]);
});

test("a second known better turns at the better moment", () => {
  vi.setSystemTime(10_000);
  let aheadMs = 0;
  const seconds = new WholeSeconds({ now: () => Date.now() + aheadMs });
  const turns: number[] = [];
  seconds.subscribe(() => turns.push(Date.now()));
  vi.advanceTimersByTime(500);
  aheadMs = 400;
  vi.advanceTimersByTime(2_500);
  expect(turns).toEqual([11_000, 11_600, 12_600]);
});

test("one timer serves all who listen, and none runs while nobody does", () => {
  const seconds = new WholeSeconds(ahead(0));
  expect(vi.getTimerCount()).toBe(0);
  const ends = [1, 2, 3].map(() => seconds.subscribe(() => {}));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(vi.getTimerCount()).toBe(1);
  for (const end of ends) end();
  expect(vi.getTimerCount()).toBe(0);
});
