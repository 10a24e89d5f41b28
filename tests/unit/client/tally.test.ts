import { describe, expect, test } from "vitest";
import { unitRows } from "../../../client/features/tally/count-rows.ts";

const counts = (answered: number, all: number) => ({
  asked: all,
  public: all,
  answered,
  waiting: all - answered,
  followUps: 0,
});

describe("the numbers of the units", () => {
  test("stand in the order of the roster whatever they are, units no longer on it last", () => {
    const byUnit = {
      旧局: counts(0, 7),
      市统计局: counts(1, 4),
      市财政局: counts(0, 1),
      市发改委: counts(2, 2),
    };
    const { rows, rest } = unitRows(
      byUnit,
      { order: ["市财政局", "市发改委", "市商务局", "市统计局"], peers: new Set() },
      8,
    );
    expect(rows.map(({ name }) => name)).toEqual(["市财政局", "市发改委", "市统计局", "旧局"]);
    expect(rest).toBeNull();
  });

  test("leave no unit out: those without a row have one together", () => {
    const byUnit = { 甲: counts(1, 2), 乙: counts(0, 1), 丙: counts(3, 3), 丁: counts(1, 5) };
    const { rows, rest } = unitRows(byUnit, { order: ["甲", "乙", "丙", "丁"], peers: new Set() }, 3);
    expect(rows.map(({ name }) => name)).toEqual(["甲", "乙"]);
    expect(rest).toEqual({ units: 2, counts: { public: 8, answered: 4 } });
  });

  test("[Q10] tell what the counties ask each other apart, as one of the rows", () => {
    const byUnit = { 甲: counts(1, 2), 乙: counts(0, 1), 滑县: counts(3, 3), 林州市: counts(1, 5) };
    const units = { order: ["甲", "乙"], peers: new Set(["滑县", "林州市", "安阳县"]) };
    const three = unitRows(byUnit, units, 3);
    expect(three.rows.map(({ name }) => name)).toEqual(["甲", "乙"]);
    expect(three).toMatchObject({ rest: null, peers: { public: 8, answered: 4 } });
    const two = unitRows(byUnit, units, 2);
    expect(two.rows).toEqual([]);
    expect(two).toMatchObject({ rest: { units: 2 }, peers: { public: 8, answered: 4 } });
    expect(unitRows({ 甲: counts(1, 2) }, units, 3).peers).toBeNull();
  });
});
