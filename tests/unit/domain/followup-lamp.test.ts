import { describe, expect, test } from "vitest";
import { countFollowups, lampOf } from "../../../shared/domain/followups/lamp.ts";

const at = (beijing: string) => Date.parse(`${beijing}+08:00`);
const DUE = at("2025-11-28T23:59");

describe("the lamp of a ledger row", () => {
  test.each([
    ["2025-11-24T23:59", "onTime"],
    ["2025-11-25T00:00", "dueSoon"],
    ["2025-11-28T09:00", "dueSoon"],
    ["2025-11-28T23:59", "dueSoon"],
    ["2025-11-29T00:00", "overdue"],
    ["2026-01-01T00:00", "overdue"],
  ])("due on the 28th, at %s it is %s", (now, lamp) => {
    expect(lampOf({ status: "underway", dueAt: DUE }, at(now))).toBe(lamp);
  });

  test("a date set for the beginning of its day is kept until the end of it", () => {
    const row = { status: "new", dueAt: at("2025-11-28T00:00") } as const;
    expect(lampOf(row, at("2025-11-28T23:59"))).toBe("dueSoon");
    expect(lampOf(row, at("2025-11-29T00:00"))).toBe("overdue");
  });

  test("no lamp without a date or once cleared", () => {
    expect(lampOf({ status: "new", dueAt: null }, DUE)).toBe("none");
    expect(lampOf({ status: "cleared", dueAt: DUE }, at("2026-01-01T00:00"))).toBe("none");
    expect(lampOf({ status: "done", dueAt: DUE }, at("2026-01-01T00:00"))).toBe("overdue");
  });
});

test("rows are counted by their lamps, cleared ones not at all", () => {
  const rows = [
    { status: "new", dueAt: null },
    { status: "new", dueAt: DUE },
    { status: "underway", dueAt: at("2025-11-20T10:00") },
    { status: "cleared", dueAt: at("2025-11-20T10:00") },
  ] as const;
  expect(countFollowups(rows, at("2025-11-26T08:00"))).toEqual({ open: 3, dueSoon: 1, overdue: 1 });
});
