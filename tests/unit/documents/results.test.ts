import { describe, expect, test } from "vitest";
import { modelOf } from "../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { session } from "../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../support/sample/minutes-texts.ts";

const DOCUMENT = modelOf("results", WHOLE_EVENING);
const TEXTS = shownTexts(DOCUMENT);

describe("分组研讨成果汇编", () => {
  test("begins with figures; the groups come first and the plenary last, each on pages of its own", () => {
    expect(TEXTS).toContain("本汇编收录2个房间的研讨成果：公开问题6个、答复4条，经验要点4条。");
    const outline = DOCUMENT.blocks.flatMap((block) => {
      if (block.kind === "pageBreak") return ["—"];
      if (block.kind !== "heading" || block.level > 2) return [];
      return [(block.number ?? "") + block.runs.map(({ text }) => text).join("")];
    });
    expect(outline).toEqual([
      ...["一、第一组", "（一）研讨记录", "（二）经验要点", "（三）问题与答复", "—"],
      ...["二、大会", "（一）经验要点", "（二）问题与答复"],
    ]);
  });

  test("a group has its leader, what it noted, the experience told in it and its questions", () => {
    const from = TEXTS.indexOf("一、第一组");
    expect(TEXTS.slice(from + 1, from + 4)).toEqual([
      "组长：文峰区财政局 孟庆华。",
      "（一）研讨记录",
      "盘活闲置资产的三条路子",
    ]);
    const told = TEXTS.indexOf("（二）经验要点");
    expect(TEXTS.slice(told + 1, told + 5)).toEqual([
      "先建后招，厂房建到七成就开始招商（滑县人民政府 刘文波；可复制；想学的单位：文峰区财政局、内黄县人民政府）",
      "收储闲置厂房（滑县人民政府 刘文波；需政策支持）",
      "（三）问题与答复",
      "1.保税物流中心（B型）申报材料由哪个部门牵头汇总？",
    ]);
  });

  test("a room that leaves nothing is not in it, and neither are speeches without experience", () => {
    expect(TEXTS.join()).not.toContain("第二组");
    const records = WHOLE_EVENING.records.filter(({ kind }) => kind !== "point" && kind !== "question");
    expect(shownTexts(modelOf("results", { ...WHOLE_EVENING, records, notes: [] }))).toContain(
      "本次研讨没有可收录的成果。",
    );
  });

  test("the session's name is not said twice", () => {
    const title = (name: string) =>
      modelOf("results", { ...WHOLE_EVENING, records: [session({ title: name })] }).title;
    expect(title("县域经济专题分组研讨")).toBe("县域经济专题分组研讨成果汇编");
    expect(title("县域经济交流会")).toBe("县域经济交流会分组研讨成果汇编");
  });
});
