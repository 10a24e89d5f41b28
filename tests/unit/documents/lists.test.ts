import { describe, expect, test } from "vitest";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { followup, WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { tableTexts } from "../../support/documents/table-texts.ts";
import { answer, person, question, session } from "../../support/sample/minutes-evening.ts";
import { shownTexts } from "../../support/sample/minutes-texts.ts";

const DOCUMENT = modelOf("lists", WHOLE_EVENING);
const [QUESTIONS = [], TASKS = [], DUTIES = []] = tableTexts(DOCUMENT);
const build = (...records: AnyRecord[]) =>
  modelOf("lists", { ...WHOLE_EVENING, records: [session(), ...records], notes: [] });
const cellsOf = (document: DocumentModel, table: number, row: number) => tableTexts(document)[table]?.[row];

describe("the lists", () => {
  test("lie on pages that lie down, three tables with a page to begin on", () => {
    expect(DOCUMENT.layout).toBe("landscape");
    expect(DOCUMENT.blocks.map(({ kind }) => kind)).toEqual([
      ...["heading", "table", "pageBreak", "heading", "table", "pageBreak", "heading", "table"],
    ]);
    expect(DOCUMENT.title).toBe("全市县域经济高质量发展专题研讨班分组研讨问题、任务、责任清单");
  });

  test("问题清单: who asked, what was said, who has it, what its askers think", () => {
    expect(QUESTIONS[0]).toEqual([
      ...["序号", "问题", "提出单位", "提出人", "性质", "答复要点", "主办单位", "协办单位", "办理结果"],
      "提出单位评价",
    ]);
    expect(QUESTIONS.map(([position]) => position).slice(1)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(QUESTIONS[2]).toEqual([
      ...["2", "保税物流中心（B型）申报材料由哪个部门牵头汇总？", "滑县人民政府", "刘文波", "痛点"],
      ...["由市商务局牵头，会同市发展改革委汇总上报。", "市商务局", "市发展改革委", "转入台账", ""],
    ]);
    expect(QUESTIONS[3]?.at(-1)).toBe("已解惑1人\n仍有疑问2人");
    expect(QUESTIONS[4]?.slice(2, 4)).toEqual(["未公开", "不公开姓名"]);
    expect(QUESTIONS[1]?.[5]).toMatch(/^市财政局：二审.*\n市发展改革委：第二次审核/su);
  });

  test("[X5] [X6] 任务清单: the ledger by its numbers, then what is to be answered; a date or proof that is missing is to be filled in", () => {
    expect(TASKS.map(([number]) => number)).toEqual(["台账编号", "1", "2", "3", ""]);
    expect(TASKS[1]?.slice(4, 7)).toEqual([
      "2026年2月23日",
      "2026年2月6日：申报材料清单已发各县。\n2026年2月8日：已与郑州海关对接。",
      "推进中",
    ]);
    expect(TASKS[2]?.slice(4)).toEqual(["【待填】", "", "已办结", "【待填】"]);
    expect(TASKS[3]?.slice(1, 3)).toEqual(["高速出入口连接线的养护由谁出资？", "【待填】"]);
    expect(TASKS[4]).toEqual([
      ...["", "煤改电补贴何时拨付到县？", "市财政局", "", "2026年2月10日", "", "已签收，尚未答复", ""],
    ]);
  });

  test("责任清单: unit by unit in the order of the roster, who is in charge", () => {
    expect(DUTIES.map(([unit]) => unit)).toEqual(["主办单位", "市财政局", "市发展改革委", "市商务局"]);
    expect(DUTIES[1]?.slice(1, 3)).toEqual(["【待填】", "【待填】"]);
    expect(DUTIES[3]?.slice(1, 4)).toEqual(["赵敏", "孙副局长", "1"]);
  });

  test("what is cleared lacks nothing any more", () => {
    const closed = { status: "closed", outcome: "follow-up" };
    const cleared = { status: "cleared", doneAt: null, clearedAt: 1, clearReason: null };
    const document = build(question("q", { text: "问" }, closed), followup("q", 7, {}, cleared));
    expect(cellsOf(document, 1, 1)?.slice(4)).toEqual(["", "", "已销号", ""]);
    expect(cellsOf(document, 2, 1)?.slice(1, 3)).toEqual(["", ""]);
  });

  test("a list of nothing says so", () => {
    expect(shownTexts(build())).toEqual(
      expect.arrayContaining(["没有公开的问题。", "没有要办理的事项。", "没有明确主办单位的事项。"]),
    );
  });

  test("a long answer is cut, and it says where all of it stands", () => {
    const text = "𠮷".repeat(201);
    const document = build(question("q", { text: "问" }), answer("a", { questionId: "q", text }));
    expect(cellsOf(document, 0, 1)?.[5]).toBe(`市财政局：${"𠮷".repeat(200)}……（全文见情况汇总）`);
  });

  test("who asked with and without name, and units each once", () => {
    const askers = ["a", "b", "c"].map((askerId) => ({ askerId, anonymous: askerId === "c" }));
    const document = build(
      person({ personId: "a", name: "甲", unit: "甲县" }),
      person({ personId: "b", name: "乙", unit: "甲县" }),
      person({ personId: "c", name: "丙", unit: "丙县" }),
      question("q", { text: "问", merged: { from: ["x"], askers } }),
    );
    expect(cellsOf(document, 0, 1)?.slice(2, 4)).toEqual(["甲县", "甲、乙、未具名 1 人"]);
  });

  test("an asker the roster does not know is to be filled in", () => {
    const document = build(question("q", { text: "问", askerId: "nobody" }));
    expect(cellsOf(document, 0, 1)?.slice(2, 4)).toEqual(["【待填】", "【待填】"]);
  });
});
