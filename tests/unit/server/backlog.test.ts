import { expect, test } from "vitest";
import { Backlog, SLOW_CLIENT_LIMITS } from "../../../server/connections/backlog.ts";

const MIB = 1024 * 1024;

/** The second at which the client is let go, or null within a minute; it is looked at once a second. */
function letGoAt(look: (second: number) => { waitingBytes: number; sentMark: string }): number | null {
  const backlog = new Backlog(SLOW_CLIENT_LIMITS);
  for (let second = 1; second <= 60; second += 1) {
    if (backlog.isHopeless(look(second))) return second;
  }
  return null;
}

test("a client that takes nothing while two megabytes wait is let go after ten seconds and a look", () => {
  expect(letGoAt(() => ({ waitingBytes: 2 * MIB, sentMark: "0" }))).toBe(11);
});

test("a client that takes a little each five seconds has the time it needs for seven megabytes", () => {
  const slow = (second: number) => ({ waitingBytes: 7 * MIB, sentMark: String(Math.floor(second / 5)) });
  expect(letGoAt(slow)).toBeNull();
});

test("more than eight megabytes wait for nobody", () => {
  expect(letGoAt((second) => ({ waitingBytes: second * MIB, sentMark: String(second) }))).toBe(9);
});

test("a client for which little waits is left alone, and its time begins when much does", () => {
  expect(letGoAt(() => ({ waitingBytes: MIB, sentMark: "0" }))).toBeNull();
  const late = (second: number) => ({
    waitingBytes: second < 20 ? 0 : 2 * MIB,
    sentMark: String(second < 20),
  });
  expect(letGoAt(late)).toBe(30);
});
