import { describe, expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import type { DOCUMENTS } from "../../../shared/documents/documents.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { element, elements, openDocx, textOf, type XmlNode } from "../../support/documents/docx-file.ts";

async function bodyOf(name: keyof typeof DOCUMENTS): Promise<XmlNode> {
  const { part } = await openDocx(await renderDocx(modelOf(name, WHOLE_EVENING)));
  return element(part("word/document.xml"), "w:body");
}

const LISTS = await bodyOf("lists");
const ASSIGNMENTS = await bodyOf("assignments");

describe("pages of tables", () => {
  test("lie down, in smaller type", () => {
    expect(element(LISTS, "w:pgSz").attributes).toMatchObject({
      "w:w": "16838",
      "w:h": "11906",
      "w:orient": "landscape",
    });
    const sizes = elements(LISTS, "w:tc").flatMap((cell) => elements(cell, "w:sz"));
    expect(new Set(sizes.map(({ attributes }) => attributes["w:val"]))).toEqual(new Set(["21"]));
  });

  test("break no row and repeat the headings", () => {
    for (const table of elements(LISTS, "w:tbl")) {
      const rows = elements(table, "w:tr");
      for (const row of rows) expect(elements(row, "w:cantSplit")).toHaveLength(1);
      expect(rows.map((row) => elements(row, "w:tblHeader").length)).toEqual([
        1,
        ...rows.slice(1).map(() => 0),
      ]);
    }
  });

  test("begin with their heading: no empty line before, and none after a table that may fill its page", () => {
    const begins = elements(LISTS, "w:p").filter((one) => elements(one, "w:pageBreakBefore").length > 0);
    expect(begins.map(textOf).map((text) => text.trim())).toEqual(["二、任务清单", "三、责任清单"]);
    const isEmpty = (child: XmlNode | string | undefined) =>
      typeof child === "object" && child.name === "w:p" && textOf(child).trim() === "";
    for (const begin of begins)
      expect(isEmpty(LISTS.children[LISTS.children.indexOf(begin) - 1])).toBe(false);
  });
});

test("lines to sign stand beside each other and stay together", () => {
  const lines = elements(ASSIGNMENTS, "w:p").filter((one) => textOf(one).includes("签收"));
  expect(lines.slice(0, 2).map((line) => textOf(line).replace(/\s+/gu, ""))).toEqual([
    "交办人（签字）：签收人（签字）：",
    "交办日期：签收日期：",
  ]);
  expect(lines.slice(0, 2).map((line) => elements(line, "w:keepNext").length)).toEqual([1, 0]);
});
