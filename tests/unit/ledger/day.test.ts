import { describe, expect, test } from "vitest";
import { type Calendar, readDay } from "../../../shared/domain/ledger/day.ts";

/** 30 November 2026, 20:00 in Beijing. */
const SINCE = Date.UTC(2026, 10, 30, 12);
const read = (cell: string, calendar: Calendar = 1900) => readDay(cell, calendar, SINCE)?.day ?? null;

describe("[F2] a day in a cell", () => {
  test("as it is written", () => {
    for (const cell of [
      "2026-12-31",
      "2026/12/31",
      "2026.12.31",
      "2026年12月31日",
      "2026年12月31日前",
      "2026 年 12 月 31 日",
      "２０２６－１２－３１",
      "20261231",
      "2026年12月底",
      "2026-12-31 00:00:00",
      "2026-12-31T00:00:00",
      "2026/12/31 0:00",
    ])
      expect([cell, read(cell)]).toEqual([cell, "2026-12-31"]);
    expect(read("2026-1-5")).toBe("2026-01-05");
    expect(read("2027年2月底前")).toBe("2027-02-28");
  });

  test("as a number of either calendar", () => {
    expect(read("46387")).toBe("2026-12-31");
    expect(read("46387.5")).toBe("2026-12-31");
    expect(read("44925", 1904)).toBe("2026-12-31");
    // The same number is another day there.
    expect(read("46387", 1904)).toBe("2031-01-01");
  });

  test("without a year it is the next one from the day on at which the row was opened", () => {
    expect(readDay("11月30日", 1900, SINCE)).toEqual({ day: "2026-11-30", isGuessed: true });
    expect(readDay("11月29日", 1900, SINCE)).toEqual({ day: "2027-11-29", isGuessed: true });
    expect(read("1/15")).toBe("2027-01-15");
    expect(read("12月底")).toBe("2026-12-31");
    expect(read("2月29日")).toBe("2028-02-29");
  });

  test("what is no day is none", () => {
    for (const cell of [
      "尽快",
      "2026-02-30",
      "2026-13-01",
      "13月1日",
      "11.3",
      "5",
      "1899-12-31",
      "2126-01-01",
      "长期",
      "13月底",
    ])
      expect([cell, read(cell)]).toEqual([cell, null]);
  });
});
