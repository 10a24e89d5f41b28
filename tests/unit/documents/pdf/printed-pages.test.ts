import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanDocument } from "../../../../server/documents/clean-text.ts";
import { chooseFonts } from "../../../../server/documents/pdf/fonts/choose-fonts.ts";
import type { PrintedPiece, PrintedTable } from "../../../../server/documents/pdf/pieces.ts";
import { printedPages } from "../../../../server/documents/pdf/printed-pages.ts";
import { TEMPLATE } from "../../../../server/documents/pdf/template.ts";
import { printedClusters, typesetInput } from "../../../../server/documents/pdf/typeset-input.ts";
import { lyingDown, OFFICIAL_STYLE } from "../../../../server/documents/style/style.ts";
import type { DocumentBlock, DocumentCell } from "../../../../shared/documents/model.ts";
import { modelOf } from "../../../support/documents/built-model.ts";
import { EVENING } from "../../../support/sample/minutes-evening.ts";
import { dense, hostileInput, shownTexts } from "../../../support/sample/minutes-texts.ts";
import { SHIPPED_ONLY } from "../../../support/sample/shipped-font-places.ts";

const PLAIN = modelOf("minutes", EVENING);
const CHAR = 15.75;

function pieces(...blocks: DocumentBlock[]): readonly PrintedPiece[] {
  const bare = { ...PLAIN, meta: [], attendance: [], blocks };
  // Between the title with what is empty after it, and what is empty before the proof.
  return printedPages(bare, OFFICIAL_STYLE).pieces.slice(3, -2);
}

function cell(text: string, changes: Partial<DocumentCell> = {}): DocumentCell {
  return { header: false, columnSpan: 1, rowSpan: 1, paragraphs: [[{ text }]], ...changes };
}

function tableOf(rows: DocumentCell[][], columns = 2): PrintedTable {
  const [table] = pieces({ kind: "table", columns, shares: null, rows });
  if (table?.kind !== "table") throw new Error("a table expected");
  return table;
}

describe("what is set of a document", () => {
  test("lengths are the style's, in points", () => {
    const { page, line, number } = printedPages(PLAIN, OFFICIAL_STYLE);
    expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
    expect(line).toMatchObject({ size: 16, pitch: 28.95, tracking: -0.25 });
    expect(number).toEqual({ size: 14, before: "— ", after: " —" });
    const { page: lying } = printedPages(PLAIN, lyingDown(OFFICIAL_STYLE));
    expect([lying.width, lying.height]).toEqual([page.height, page.width]);
  });

  test("a table is followed by a line only where words follow: one that fills its page is followed by no empty one", () => {
    const table: DocumentBlock = { kind: "table", columns: 1, shares: null, rows: [[cell("甲")]] };
    const words: DocumentBlock = { kind: "paragraph", quote: false, runs: [{ text: "乙" }] };
    const kinds = pieces(table, { kind: "pageBreak" }, table, words, table).map(({ kind }) => kind);
    expect(kinds).toEqual(["table", "pageBreak", "table", "blank", "paragraph", "table"]);
  });

  test("a paragraph begins two characters in, a labelled line runs over to its own beginning", () => {
    const [paragraph] = pieces({ kind: "paragraph", quote: false, runs: [{ text: "甲" }] });
    expect(paragraph).toMatchObject({ shape: { left: 0, first: 2 * CHAR, align: "justify" } });
    const [, line] = pieces({ kind: "signature", lines: [{ label: "签收人：", runs: [{ text: "甲" }] }] });
    expect(line).toMatchObject({ shape: { left: 6 * CHAR, first: -4 * CHAR } });
  });

  test("the marker of an item hangs before it, however long its number is", () => {
    const item = (value: number) => ({
      depth: 1,
      marker: { kind: "number", value } as const,
      runs: [{ text: "甲" }],
    });
    const [short, long] = pieces({ kind: "list", items: [item(1), item(123456)] });
    expect(short).toMatchObject({ marker: { text: "1." }, shape: { left: 6 * CHAR, first: -2 * CHAR } });
    expect(long).toMatchObject({ marker: { text: "123456." }, shape: { first: -4 * CHAR } });
  });

  test("headings go from 黑体 over 楷体 to body type", () => {
    const roles = ([1, 2, 3, 4] as const).flatMap((level) =>
      pieces({ kind: "heading", level, number: null, runs: [{ text: "甲" }] }),
    );
    expect(roles.map((piece) => piece.kind === "heading" && piece.paragraph.runs[0]?.role)).toEqual([
      "firstHeading",
      "secondHeading",
      "body",
      "body",
    ]);
  });
});

describe("a table", () => {
  test("repeats a row of headings, unless there is nothing else", () => {
    const head = [cell("甲", { header: true }), cell("乙", { header: true })];
    expect(tableOf([head, [cell("1"), cell("2")]]).headCells).toHaveLength(2);
    expect(tableOf([head]).headCells).toEqual([]);
  });

  test("keeps rows in one piece that are not too tall for it", () => {
    const { cells } = tableOf([
      [cell("短"), cell("短")],
      [cell("短"), cell("长".repeat(2_000))],
    ]);
    expect(cells.map(({ breaks }) => breaks)).toEqual([false, false, true, true]);
  });

  test("parts every row that something tall reaches down into", () => {
    const tall = cell("长".repeat(2_000), { rowSpan: 2 });
    expect(tableOf([[tall, cell("短")], [cell("短")]]).cells.map(({ breaks }) => breaks)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

test("whatever people write goes to the typesetter as data, whole", () => {
  fc.assert(
    fc.property(hostileInput, (input) => {
      const document = cleanDocument(modelOf("minutes", input));
      const pages = printedPages(document, OFFICIAL_STYLE);
      const fonts = chooseFonts(OFFICIAL_STYLE.fonts, printedClusters(pages), SHIPPED_ONLY, () => true);
      const draw = () => {
        throw new Error("no figures here");
      };
      // As though every font had everything: what is missing is another test's.
      const handed = JSON.parse(typesetInput(pages, { ...fonts, missing: new Set() }, draw));
      const set = dense(textsIn(handed.pieces).join("")).replaceAll("\u200b", "");
      for (const text of shownTexts(document)) expect(set).toContain(dense(text).replaceAll("\u200b", ""));
      expect(TEMPLATE).not.toContain("研讨");
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

/** Texts in the order they are set. */
function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("parts" in value && Array.isArray(value.parts)) return value.parts.map((part) => part ?? "");
  return Object.values(value).flatMap(textsIn);
}
