import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { readRoster } from "../../../server/roster/read-roster.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { workbook } from "../../support/sample/workbook.ts";

test("honest files are read: a workbook, and a table in GBK", {
  timeout: 120_000,
}, async () => {
  for (const file of [
    await workbook({
      name: "名单",
      rows: [
        ["姓名", "单位"],
        ["甲某", "滑县"],
      ],
    }),
    iconv.encode("姓名,单位\r\n甲某,滑县\r\n", "gbk"),
  ]) {
    const read = await readRoster(file);
    expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual([{ name: "甲某", unit: "滑县" }]);
  }
});

/** As long a roster as is taken, with a side to be told in every row. */
function longRoster(): Promise<Buffer> {
  const sides = ["县区", "市直", "会务", "列席"];
  const people = Array.from({ length: LIMITS.rosterRowsMax - 1 }, (_, index) => {
    return [index + 1, `人${index}`, `单位${index % 97}`, "副局长", sides[index % sides.length] ?? ""];
  });
  return workbook({ name: "名单", rows: [["序号", "姓名", "单位", "职务", "类别"], ...people] });
}

test("5,000 rows with a side in each are read in a third of the time there is", {
  timeout: 120_000,
}, async () => {
  const read = await readRoster(await longRoster(), { readingMaxMs: LIMITS.rosterReadingMaxMs / 3 });
  expect(read.ok ? read.value.rows.length : read.refusal).toBe(LIMITS.rosterRowsMax - 1);
});

test("a file that takes longer than it may is given up", { timeout: 120_000 }, async () => {
  expect(await readRoster(await longRoster(), { readingMaxMs: 1 })).toEqual({
    ok: false,
    refusal: { code: "roster_too_large", details: { readingMaxMs: 1 } },
  });
});
