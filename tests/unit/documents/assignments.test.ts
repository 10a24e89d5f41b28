import { describe, expect, test } from "vitest";
import { modelOf } from "../../support/documents/built-model.ts";
import { followup, WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { tableTexts } from "../../support/documents/table-texts.ts";
import { OPTIONS, question } from "../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../support/sample/minutes-texts.ts";

const DOCUMENT = modelOf("assignments", WHOLE_EVENING);

describe("交办单", () => {
  test("[X6] has a page for every unit that leads or supports, by 排序号, and one for what nobody leads yet", () => {
    const pages = DOCUMENT.blocks.flatMap((block) => {
      if (block.kind === "pageBreak") return ["—"];
      return block.kind === "heading" ? [block.runs.map(({ text }) => text).join("")] : [];
    });
    expect(pages).toEqual(["市财政局", "—", "市发展改革委", "—", "市商务局", "—", "【待填】"]);
  });

  test("a unit is told what it leads with what was said, what it supports, by when, and where to sign", () => {
    const [lead, support, full] = tableTexts(DOCUMENT);
    expect(lead).toEqual([
      ["序号", "事项", "协办单位", "办结期限"],
      ["1", "煤改电补贴何时拨付到县？\n提出单位：滑县人民政府", "", "2026年2月10日"],
    ]);
    const matter = "保税物流中心（B型）申报材料由哪个部门牵头汇总？\n提出单位：滑县人民政府";
    expect(support).toEqual([
      ["序号", "事项", "主办单位", "办结期限"],
      ["1", matter, "市商务局", "2026年2月23日"],
    ]);
    const said = "答复要点：由市商务局牵头，会同市发展改革委汇总上报。";
    expect(full?.[1]).toEqual(["1", `${matter}\n${said}`, "市发展改革委", "2026年2月23日"]);
    const texts = shownTexts(DOCUMENT).join("\n");
    expect(texts).toMatch(/市财政局\n现将“[^”]+”中由你单位主办的1个事项交办如下/u);
    expect(texts).toMatch(/市发展改革委\n“[^”]+”中有1个事项由你单位协办/u);
    const signed = DOCUMENT.blocks.flatMap((block) => (block.kind === "signature" ? [block] : []));
    expect(signed).toHaveLength(3);
    expect(signed[0]?.lines.map(({ label }) => label)).toEqual([
      ...["交办人（签字）：", "签收人（签字）：", "交办日期：", "签收日期："],
    ]);
  });

  test("[X6] of one unit has that unit's page alone; of one that has nothing it says so", () => {
    const of = (unit: string) => modelOf("assignments", { ...WHOLE_EVENING, options: { ...OPTIONS, unit } });
    expect(of("市商务局").blocks.filter(({ kind }) => kind === "heading")).toHaveLength(1);
    expect(shownTexts(of("市商务局"))).toContain("市商务局");
    expect(shownTexts(of("市卫健委"))).toContain("没有要交办的事项。");
  });

  test("what is done, cleared or answered is not handed out", () => {
    const cleared = { status: "cleared", doneAt: null, clearedAt: 1, clearReason: null };
    const done = { status: "done", doneAt: 1 };
    const records = [
      question("d", { text: "办完的" }, { status: "closed", outcome: "follow-up" }),
      followup("d", 8, { text: "办完的" }, done),
      question("q", { text: "销号的" }, { status: "closed", outcome: "follow-up" }),
      followup("q", 7, { text: "销号的" }, cleared),
      question("a", { text: "答过的" }),
    ];
    expect(shownTexts(modelOf("assignments", { ...WHOLE_EVENING, records }))).toContain("没有要交办的事项。");
  });
});
