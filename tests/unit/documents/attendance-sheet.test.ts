import { describe, expect, test } from "vitest";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { tableTexts } from "../../support/documents/table-texts.ts";
import { person, STARTS_AT, session } from "../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../support/sample/minutes-texts.ts";

const DOCUMENT = modelOf("attendance", WHOLE_EVENING);
const [ROWS = []] = tableTexts(DOCUMENT);
const build = (...records: AnyRecord[]) => modelOf("attendance", { ...WHOLE_EVENING, records });

describe("签到表", () => {
  test("goes by 排序号 with the times people came and left, and remarks", () => {
    expect(ROWS[0]).toEqual(["序号", "单位", "姓名", "职务", "签到时间", "离场时间", "备注"]);
    expect(ROWS[1]).toEqual(["1", "市财政局", "张志远", "", "19:30", "", ""]);
    expect(ROWS[6]).toEqual(["6", "孟庆华", "副局长", "19:30", "20:30", ""]);
    expect(ROWS[10]?.at(-1)).toBe("会务");
    expect(ROWS[12]?.at(-1)).toBe("列席");
    expect(ROWS[13]).toEqual([...["13", "殷都区人民政府", "何建军", "", "", "", "请假\n副区长 白雪替会"]]);
    expect(shownTexts(DOCUMENT)).toContain("名单13人，已签到11人，请假1人。");
  });

  test("a unit stands once, over all its people who follow each other", () => {
    const table = DOCUMENT.blocks.find((block) => block.kind === "table");
    const spans = table?.rows.flatMap((row) => row.filter(({ rowSpan }) => rowSpan > 1)) ?? [];
    expect(spans.map(({ rowSpan, paragraphs }) => [paragraphs[0]?.[0]?.text, rowSpan])).toEqual([
      ["文峰区财政局", 3],
      ["市委党校", 2],
    ]);
  });

  test("before anybody has come there is a column to sign in", () => {
    const document = build(
      session(),
      person({ personId: "a", name: "甲", unit: "甲县", post: "县长", arrivedAt: null }),
    );
    expect(tableTexts(document)).toEqual([
      [
        ["序号", "单位", "姓名", "职务", "签名", "备注"],
        ["1", "甲县", "甲", "县长", "", ""],
      ],
    ]);
    expect(shownTexts(document)).toContain("名单1人。");
  });

  test("another day is named", () => {
    const arrivedAt = STARTS_AT + 86_400_000;
    const document = build(session(), person({ personId: "a", name: "甲", unit: "甲县", arrivedAt }));
    expect(tableTexts(document)[0]?.[1]?.[4]).toBe("2月4日19:30");
  });

  test("whoever was taken off the roster stands there only if they came; a name or unit that is missing is to be filled in", () => {
    expect(ROWS.flat()).toContain("冯早退");
    expect(ROWS.flat()).not.toContain("陈未来");
    const [rows] = tableTexts(build(person({ personId: "a" })));
    expect(rows?.[1]?.slice(1, 3)).toEqual(["【待填】", "【待填】"]);
  });
});
