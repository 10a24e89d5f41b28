import fc from "fast-check";
import { expect, test } from "vitest";
import { neededCodePoints } from "../../../server/documents/pdf/fonts/clusters.ts";
import { coverageOf } from "../../../server/documents/pdf/fonts/coverage.ts";
import { readFaces } from "../../../server/documents/pdf/fonts/font-face.ts";
import { renderPdf } from "../../../server/documents/pdf/render-pdf.ts";
import { cleanText } from "../../../shared/documents/clean-text.ts";
import { MISSING_MARK } from "../../../shared/documents/font-report.ts";
import type { DocumentBlock, DocumentModel } from "../../../shared/documents/model.ts";
import { modelOf, withSetup } from "../../support/documents/built-model.ts";
import { EVENING, HIDDEN, RED_HEAD } from "../../support/sample/minutes-evening.ts";
import { dense, hostileInput, shownTexts } from "../../support/sample/minutes-texts.ts";
import { hasPoppler, readPdf } from "../../support/sample/pdf-file.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const HAS_POPPLER = await hasPoppler();
const PLAIN = modelOf("minutes", EVENING);
const RED = modelOf("minutes", withSetup(EVENING, "minutes", { redHead: RED_HEAD }));
/** The text area by the standard, in points. */
const AREA = { top: mm(37), bottom: mm(297 - 35), left: mm(28), right: mm(210 - 26) };
const LINE = 28.95;
/** What is after the ink of a mark that closes is no part of the line. */
const CLOSES = /[、，。；：？！）】”]$/u;
const HALF_CHARACTER = 8.2;

function mm(length: number): number {
  return (length * 72) / 25.4;
}

async function read(document: DocumentModel, footTop = AREA.bottom) {
  const { bytes, fonts } = await renderPdf(document, SHIPPED_ONLY);
  return { ...(await readPdf(bytes, await tempDirectory(), footTop)), bytes, report: fonts };
}

function withBlocks(...blocks: DocumentBlock[]): DocumentModel {
  return { ...PLAIN, blocks };
}

function words(text: string): DocumentBlock {
  return { kind: "paragraph", quote: false, runs: [{ text }] };
}

const SHIPPED = SHIPPED_ONLY.shipped.flatMap(readFaces).map(coverageOf);

function isShipped(cluster: string): boolean {
  return SHIPPED.some((coverage) => neededCodePoints(cluster).every(coverage));
}

/** Text but for white space, what is printed as nothing, and the ways to write one character. */
function comparable(text: string): string {
  return dense(text)
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

const CHECKS: Readonly<Record<string, () => Promise<void>>> = {
  "every text of the model is printed, nothing hidden is, and every font is in the file": async () => {
    for (const document of [PLAIN, RED]) {
      const { text, fonts, info } = await read(document);
      const printed = dense(text);
      for (const shown of shownTexts(document)) expect(printed).toContain(dense(shown));
      for (const hidden of Object.values(HIDDEN)) expect(printed).not.toContain(hidden);
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
      expect(info).toContain(document.title);
      expect(info).not.toMatch(/CreationDate|ModDate|Author/);
      expect(info).toMatch(/JavaScript: +no/);
    }
  },

  "pages are A4 with the standard's margins, 22 lines of 28 characters": async () => {
    const body = "县域经济高质量发展";
    const { pages } = await read(withBlocks(words(body.repeat(200))));
    expect(pages.length).toBeGreaterThan(3);
    const characters = new Set(body);
    for (const [index, { width, height, lines }] of pages.entries()) {
      expect([width, height].map(Math.round)).toEqual([595, 842]);
      const inside = lines.filter(({ top }) => top < AREA.bottom);
      for (const { text, left, right, top, bottom } of inside) {
        expect(left).toBeGreaterThan(AREA.left - 1);
        expect(right, text).toBeLessThan(AREA.right + (CLOSES.test(text) ? HALF_CHARACTER : 1));
        expect(top).toBeGreaterThan(AREA.top - 1);
        expect(bottom).toBeLessThan(AREA.bottom + 1);
      }
      const full = inside.filter(
        ({ text }) => text.length > 20 && [...text].every((one) => characters.has(one)),
      );
      if (index === 0 || index === pages.length - 1) continue;
      expect(full).toHaveLength(22);
      for (const [line, { text, top }] of full.entries()) {
        expect(text).toHaveLength(28);
        expect(top).toBeCloseTo(AREA.top + line * LINE, 0);
      }
    }
  },

  "page numbers stand right on odd pages and left on even ones, one character in": async () => {
    const { pages } = await read(withBlocks(words("县".repeat(3_000))));
    expect(pages.length).toBeGreaterThan(4);
    for (const [index, { lines }] of pages.entries()) {
      const number = lines.filter(({ top }) => top > AREA.bottom);
      expect(number.map(({ text }) => text)).toEqual([`— ${index + 1} —`]);
      if (index % 2 === 0) expect(number[0]?.right).toBeCloseTo(AREA.right - 14, 0);
      else expect(number[0]?.left).toBeCloseTo(AREA.left + 14, 0);
    }
  },

  "the 纪要标志 begins 35 mm down the text area, the 版记 ends the last page": async () => {
    const { pages } = await read(RED);
    const sign = pages[0]?.lines.find(({ text }) => text === RED_HEAD.sign);
    expect(sign?.top).toBeCloseTo(AREA.top + mm(35), 0);
    const foot = pages.at(-1)?.lines.filter(({ top }) => top < AREA.bottom) ?? [];
    const last = foot.find(({ text }) => text.includes("2026年2月3日印发"));
    expect(Math.max(...foot.map(({ bottom }) => bottom))).toBe(last?.bottom);
    expect(AREA.bottom - (last?.bottom ?? 0)).toBeLessThan(12);
  },

  "a table lies as told, its head is repeated, its rows are in one piece": async () => {
    const cell = (text: string, header = false) => ({
      header,
      columnSpan: 1,
      rowSpan: 1,
      paragraphs: [[{ text }]],
    });
    const rows = Array.from({ length: 40 }, (_, index) => [
      cell(`${index}`),
      cell(`第${index}行，`.repeat(30)),
    ]);
    const table: DocumentBlock = {
      kind: "table",
      columns: 2,
      shares: [1, 9],
      rows: [[cell("序号", true), cell("问题", true)], ...rows],
    };
    const { pages } = await read({ ...withBlocks(table), layout: "landscape" }, mm(210 - 26));
    expect([pages[0]?.width, pages[0]?.height].map((length) => Math.round(length ?? 0))).toEqual([842, 595]);
    const withRows = pages.filter(({ lines }) => lines.some(({ text }) => text.includes("行，")));
    expect(withRows.length).toBeGreaterThan(3);
    const seen: number[] = [];
    for (const { lines } of withRows) {
      expect(lines.filter(({ text }) => text.includes("问题"))).toHaveLength(1);
      seen.push(
        ...new Set(
          lines.flatMap(({ text }) => [...text.matchAll(/第(\d+)行/g)].map(([, row]) => Number(row))),
        ),
      );
    }
    expect(seen).toEqual(rows.map((_, index) => index));
  },

  "what has no place to break stays on the page, and a cell taller than a page goes on": async () => {
    const cell = (text: string) => ({ header: false, columnSpan: 1, rowSpan: 1, paragraphs: [[{ text }]] });
    const table = (text: string): DocumentBlock => ({
      kind: "table",
      columns: 3,
      shares: [1, 1, 6],
      rows: [[cell("https://example.com/a/very/long/address"), cell("。".repeat(40)), cell(text)]],
    });
    const long = "一二三四五六七八九十".repeat(500);
    const { pages, text } = await read(
      withBlocks(words("x".repeat(5_000)), words("—".repeat(300)), table(long)),
    );
    for (const { lines } of pages) {
      for (const { text, right } of lines) expect(right, text).toBeLessThan(mm(200));
    }
    expect(dense(text)).toContain("x".repeat(5_000));
    expect(dense(text)).toContain(long);
    expect(dense(text).match(/—/g)).toHaveLength(300);
  },

  "[X18] who took it stands three times on each page, behind all that is printed there": async () => {
    const watermark = "市委党校 吴敏 & #panic() 2026年2月3日20:15 导出";
    const { text, pages } = await read({ ...PLAIN, watermark }, mm(297));
    expect(dense(text).split(dense(watermark)).length - 1).toBe(3 * pages.length);
    for (const shown of shownTexts(PLAIN)) expect(dense(text)).toContain(dense(shown));
  },

  "[X3] characters no font has are marked and told": async () => {
    const { text, report } = await read(withBlocks(words("张㐂、𠮷野、😀、\u{e123}、\u{10ffff}")));
    expect(dense(text)).toContain(`张㐂、${MISSING_MARK}野、😀、${MISSING_MARK}、${MISSING_MARK}`);
    expect(report.missing).toEqual(["𠮷", "\u{e123}", "\u{10ffff}"]);
    expect(report.fonts.find(({ wanted }) => wanted === "仿宋_GB2312")?.used).toEqual([
      "Noto Serif SC",
      "Noto Emoji",
    ]);
  },

  "[X2] whatever people write is printed, to the last character": async () => {
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        const document = modelOf("minutes", input);
        const shown = shownTexts(document)
          .flatMap((text) => Array.from(new Intl.Segmenter("zh-CN").segment(cleanText(text))))
          .map(({ segment }) => (isShipped(segment) ? segment : MISSING_MARK));
        const printed = counted(comparable((await read(document)).text));
        // Readers mix up the lines of narrow columns: what is there is looked at, not the order.
        for (const [character, count] of counted(comparable(shown.join(""))))
          expect(printed.get(character) ?? 0, character).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  },
};

for (const [what, check] of Object.entries(CHECKS)) {
  if (HAS_POPPLER) test(what, check, 240_000);
}

test("the typesetter's language is words to it", async () => {
  const code = [
    "#panic()",
    "#(1/0)",
    "\\",
    "$x",
    "[",
    "*",
    "<label>",
    "@ref",
    "//",
    "`",
    '"',
    "#{",
    "*/",
    '#include "/etc/passwd"',
  ];
  const { bytes } = await renderPdf(withBlocks(...code.map(words)), SHIPPED_ONLY);
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
});

test("[X1] the same document gives the same bytes", async () => {
  const first = await renderPdf(RED, SHIPPED_ONLY);
  const second = await renderPdf(structuredClone(RED), SHIPPED_ONLY);
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
});

test("where the project is checked, poppler is there", () => {
  if (process.env.CI !== undefined) expect(HAS_POPPLER).toBe(true);
});
