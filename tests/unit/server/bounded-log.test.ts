import { expect, test } from "vitest";
import { boundedLog, clientFault } from "../../../server/bounded-log.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** A log of short windows, and what it has written. */
function shortLog(windowMs: number, causesMax = 200) {
  const lines: object[] = [];
  const bounded = boundedLog((message, details) => void lines.push({ message, ...details }), {
    linesPerWindow: 2,
    windowMs,
    causesMax,
  });
  return { ...bounded, lines };
}

test("[C13] of one message and code the first lines are written, then how many were left out, and then it is heard again", async () => {
  const { log, lines } = shortLog(30);
  for (let count = 0; count < 5; count += 1) log("bad frame", { code: "odd", reason: "r" });
  log("bad frame", { code: "other" });
  const first = { message: "bad frame", code: "odd", reason: "r" };
  expect(lines).toEqual([first, first, { message: "bad frame", code: "other" }]);
  await waitUntil(() => lines.length === 4, { what: "the line that sums up" });
  expect(lines[3]).toEqual({ message: "bad frame", code: "odd", leftOut: 3 });
  log("bad frame", { code: "odd", reason: "r" });
  expect(lines[4]).toEqual(first);
});

test("[C13] errors of different kinds are different causes, and one is not left out for the other", () => {
  const { log, lines, close } = shortLog(60_000);
  for (let count = 0; count < 9; count += 1) log("failed", { error: new TypeError("t") });
  log("failed", { error: Object.assign(new Error("full"), { code: "SQLITE_FULL" }) });
  expect(lines).toHaveLength(3);
  close();
  expect(lines.slice(3)).toEqual([{ message: "failed", code: "TypeError", leftOut: 7 }]);
});

test("[C13] however many causes there are, as many are counted apart as there is room for", () => {
  const { log, lines, close } = shortLog(60_000, 3);
  for (let count = 0; count < 1_000; count += 1) log("bad frame", { code: count });
  expect(lines).toHaveLength(5);
  close();
  expect(lines.slice(5)).toEqual([{ message: "further causes", leftOut: 995 }]);
});

test("[C13] what a client caused has a code and a reason of some length, and no stack", () => {
  expect(clientFault(Object.assign(new Error("x".repeat(5_000)), { code: "WS_ERR" }))).toEqual({
    code: "WS_ERR",
    reason: "x".repeat(200),
  });
  expect(clientFault(new TypeError("odd"))).toEqual({ code: "TypeError", reason: "odd" });
  expect(clientFault("odd")).toEqual({ code: "unknown", reason: "unknown" });
});
