import { describe, expect, test } from "vitest";
import { cleanDocument } from "../../../server/documents/clean-text.ts";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import { drawFigure } from "../../../server/documents/figures/draw-figure.ts";
import { renderMarkdown } from "../../../server/documents/markdown/render-markdown.ts";
import type { DocumentFigure, DocumentModel } from "../../../shared/documents/model.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { countAll } from "../../../shared/domain/tally/counting.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { elements, openDocx, textOf } from "../../support/documents/docx-file.ts";
import { EVENING, EVENING_RECORDS, person, question } from "../../support/sample/minutes-evening.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";

const DOCUMENT = modelOf("statistics", EVENING);
const WORDS = zhCN.documents.statistics;

function figuresOf(records: readonly AnyRecord[]): DocumentFigure[] {
  return modelOf("statistics", { ...EVENING, records }).blocks.filter((block) => block.kind === "figure");
}

describe("the statistics of a session", () => {
  test("say in figures what was asked and what became of it", () => {
    expect(DOCUMENT.blocks[0]).toMatchObject({
      runs: [{ text: WORDS.overview("5", "4", "2", "1", "1") + WORDS.median("2") }],
    });
    expect(DOCUMENT.title).toBe("全市县域经济高质量发展专题研讨班分组研讨统计");
  });

  test("have the units by 排序号, then those that left the roster, then the counties together", () => {
    const [units] = figuresOf([
      ...EVENING_RECORDS,
      question("peer", { leadUnit: "滑县人民政府" }),
      question("gone", { leadUnit: "撤销了的局" }),
    ]);
    expect(units?.rows).toEqual([
      { label: "市财政局", values: [1, 0, 0] },
      { label: "市发展改革委", values: [1, 0, 0] },
      { label: "市商务局", values: [0, 1, 0] },
      { label: "撤销了的局", values: [1, 0, 0] },
      { label: WORDS.peers, values: [1, 0, 0] },
    ]);
  });

  test("count the time from public to answered in steps", () => {
    const times = figuresOf(EVENING_RECORDS).at(-1);
    expect(times).toMatchObject({ title: WORDS.timesTitle, series: [WORDS.questions] });
    expect(times?.rows.map(({ values }) => values)).toEqual([[3], [0], [0], [0], [0]]);
  });

  test("[X4] count nothing that is not to be recorded, though the session's own tally does", () => {
    const off = question("off", { leadUnit: "市商务局", disclosure: "unrecorded" });
    const questions = [...EVENING_RECORDS, off].filter((record) => record.kind === "question");
    const tally = { id: "tally:this", kind: "tally", rev: 1, ...countAll(questions) } as const;
    expect(modelOf("statistics", { ...EVENING, records: [...EVENING_RECORDS, off, tally] })).toEqual(
      DOCUMENT,
    );
  });

  test("of a session without questions say so and draw nothing", () => {
    const { blocks } = modelOf("statistics", { ...EVENING, records: [] });
    expect(blocks).toMatchObject([{ kind: "paragraph", runs: [{ text: WORDS.nothing }] }]);
  });

  test("go on in another figure where a page is full", () => {
    const units = Array.from({ length: 45 }, (_, order) => `局${order}`);
    const many = [
      ...units.map((unit, order) => person({ personId: unit, order, unit, side: "municipal" })),
      ...units.map((unit) => question(unit, { leadUnit: unit })),
    ];
    const parts = figuresOf(many).filter(({ rowsAre }) => rowsAre === WORDS.units);
    expect(parts.map(({ rows }) => rows.length)).toEqual([20, 20, 5]);
    expect(parts.map(({ title }) => title).slice(1)).toEqual(
      [1, 2].map(() => WORDS.continued(WORDS.unitsTitle)),
    );
  });
});

const FIGURE: DocumentFigure = {
  kind: "figure",
  title: "各单位的问题",
  rowsAre: "单位",
  series: ["已答复", "待答"],
  rows: [
    { label: "名字比十二个字还要长得多的一个单位", values: [12, 3] },
    { label: "<script>&\"'", values: [0, 0] },
  ],
};
const WITH_FIGURE: DocumentModel = { ...DOCUMENT, blocks: [FIGURE] };

describe("a figure", () => {
  test("is drawn with every name and number, as wide as it is told, the same each time", () => {
    const { svg, width, height } = drawFigure(FIGURE, 442, ["宋体", "Noto Serif SC"]);
    expect([width, svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')]).toEqual([442, true]);
    expect(height).toBeGreaterThan(60);
    const shown = svg
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    for (const text of ["名字比十二个字还要长得多", "的一个单位", "12", "3", "0", "已答复", "待答", "单位"])
      expect(shown).toContain(text);
    expect(shown).toContain("<script>&\"'");
    expect(svg).not.toMatch(/<script|<style|href|NaN/);
    expect(drawFigure(FIGURE, 442, ["宋体", "Noto Serif SC"]).svg).toBe(svg);
  });

  test("is a picture in a Word document, drawn and in dots, told in words", async () => {
    const bytes = await renderDocx(WITH_FIGURE, undefined, SHIPPED_ONLY.shipped);
    const docx = await openDocx(bytes);
    const body = docx.part("word/document.xml");
    expect(textOf(body)).toContain(FIGURE.title);
    const [told] = elements(body, "wp:docPr");
    for (const text of ["已答复 12", "待答 3", "名字比十二个字还要长得多的一个单位"])
      expect(told?.attributes.descr).toContain(text);
    expect(elements(body, "asvg:svgBlip")).toHaveLength(1);
    const again = await renderDocx(cleanDocument(WITH_FIGURE), undefined, SHIPPED_ONLY.shipped);
    expect(again.equals(bytes)).toBe(true);
  });

  test("is a table of its numbers in Markdown", () => {
    const md = renderMarkdown(WITH_FIGURE).toString("utf8");
    expect(md).toContain(`**${FIGURE.title}**\n\n| 单位 | 已答复 | 待答 |\n| --- | --- | --- |\n| 名字`);
    expect(md).toContain("| 12 | 3 |");
  });
});
