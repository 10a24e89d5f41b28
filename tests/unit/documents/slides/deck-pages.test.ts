import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deckPages, PART_PAGES_MAX } from "../../../../server/documents/pptx/deck-pages.ts";
import { figureShapes } from "../../../../server/documents/pptx/figure-shapes.ts";
import { lineLook, rowsOf, textOf } from "../../../../server/documents/pptx/line-look.ts";
import { wrappedRows } from "../../../../server/documents/pptx/wrapped-rows.ts";
import { OFFICIAL_STYLE } from "../../../../server/documents/style/style.ts";
import type { DocumentFigure } from "../../../../shared/documents/model.ts";
import type { SlideDeck, SlideLine, SlidePart } from "../../../../shared/documents/slides/deck.ts";
import { dense, hostileText } from "../../../support/sample/minutes-texts.ts";

const REST = "后面还有，见成果汇编。";

function line(text: string, fields: Partial<SlideLine> = {}): SlideLine {
  return { look: "text", marker: "", depth: 0, runs: [{ text }], ...fields };
}

function part(lines: readonly SlideLine[], title = "第一组"): SlidePart {
  return { title: [{ text: title }], facts: [{ text: "组长：甲。" }], lines, rest: REST };
}

function deck(...parts: SlidePart[]): SlideDeck {
  return {
    title: "成果汇编",
    meta: [{ label: "时间：", runs: [{ text: "今天" }] }],
    parts,
    figures: [],
    continued: "（续）",
    proof: "",
  };
}

/** The pages after the title. */
function pagesOf(lines: readonly SlideLine[], title?: string) {
  return deckPages(deck(part(lines, title)), OFFICIAL_STYLE).slice(1);
}

const sections = ["经验", "问题", "记录"].map((title) => line(title, { look: "section" }));
const anyLine = fc
  .record({ text: fc.oneof(hostileText, fc.string({ unit: "grapheme", maxLength: 300 })), depth: fc.nat(6) })
  .chain(({ text, depth }) =>
    fc.constantFrom<SlideLine>(
      line(text, { depth, marker: "·" }),
      line(text, { look: "heading" }),
      line(text, { look: "facts", marker: "1." }),
      ...sections,
    ),
  );

describe("[X21] pages of slides", () => {
  test("what does not fit goes on on a further page, which says so in its title and of what it is", () => {
    const pages = pagesOf([
      line("记录", { look: "section" }),
      ...Array.from({ length: 14 }, (_, at) => line(`第${at}句`)),
    ]);
    expect(pages.map(({ title }) => textOf(title.runs))).toEqual(["第一组", "第一组（续）"]);
    expect(textOf(pages[1]?.lines[0]?.runs ?? [])).toBe("记录（续）");
    expect(pages[1]?.kind === "content" && pages[1].facts).toBeNull();
  });

  test("a part that has room on one page in somewhat smaller type is set so, and no other", () => {
    const sizes = (count: number) =>
      pagesOf(Array.from({ length: count }, (_, at) => line(`第${at}句`))).map(
        ({ style }) => style.slides.textSizePt,
      );
    expect(sizes(8)).toEqual([24]);
    expect(sizes(11)).toEqual([22]);
    expect(sizes(30).every((size) => size === 24)).toBe(true);
  });

  test("a figure stands on as many pages as its rows need, each row once", () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      label: `第${at}个单位`.repeat(1 + (at % 4)),
      values: [at, 1],
    }));
    const figure: DocumentFigure = {
      kind: "figure",
      title: "各单位",
      rowsAre: "单位",
      series: ["已答复", "待答"],
      rows,
    };
    const pages = deckPages({ ...deck(), figures: [figure] }, OFFICIAL_STYLE).slice(1);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ title }) => textOf(title.runs))).toEqual([
      "各单位",
      ...pages.slice(1).map(() => "各单位（续）"),
    ]);
    expect(pages.flatMap((page) => (page.kind === "content" ? (page.figure?.rows ?? []) : []))).toEqual(rows);
    for (const page of pages) {
      if (page.kind !== "content" || page.figure === null) throw new Error("a figure expected");
      for (const { box } of figureShapes(page.figure, page.boxes.body, OFFICIAL_STYLE)) {
        expect(box.top + box.height).toBeLessThanOrEqual(page.boxes.body.top + page.boxes.body.height);
        expect(box.left + box.width).toBeLessThanOrEqual(page.boxes.body.left + page.boxes.body.width);
      }
    }
  });

  test("what is said of a line stands on its page", () => {
    for (let before = 0; before < 14; before += 1) {
      const filler = Array.from({ length: before }, () => line("满"));
      const pages = pagesOf([
        ...filler,
        line("问题", { look: "section" }),
        line("已答复", { look: "facts" }),
        line("何时".repeat(60)),
      ]);
      for (const { lines } of pages) expect(lines.at(-1)?.look).toBe("text");
    }
  });

  test("no word is cut: all of it stands on the pages, or the last says where the rest is; none is fuller than a page", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), hostileText, (lines, title) => {
        const pages = pagesOf(lines, title);
        expect(pages.length).toBeLessThanOrEqual(PART_PAGES_MAX);
        const placed = pages.flatMap((page) => page.lines);
        if (textOf(placed.at(-1)?.runs ?? []) !== REST) {
          const said = (all: readonly SlideLine[]) =>
            dense(all.flatMap(({ look, runs }) => (look === "text" ? [textOf(runs)] : [])).join(""));
          expect(said(placed)).toBe(said(lines));
        }
        for (const { style, lines: own, boxes } of pages) {
          const height = own.reduce((sum, one, at) => {
            const { gap, pitch } = lineLook(one, style);
            return sum + (at === 0 ? 0 : gap) + rowsOf(one, boxes.body.width, style).length * pitch;
          }, 0);
          expect(height).toBeLessThanOrEqual(boxes.body.height);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("one text of fifty thousand characters is on eight pages, in its order, and the last says where the rest is", () => {
    const text = Array.from({ length: 10_000 }, (_, at) => String(10_000 + at)).join("");
    const pages = pagesOf([line(text)]);
    expect(pages).toHaveLength(PART_PAGES_MAX);
    const shown = pages.map(({ lines }) => lines.map(({ runs }) => textOf(runs)).join("")).join("");
    expect(shown.endsWith(REST)).toBe(true);
    expect(text.startsWith(shown.slice(0, -REST.length))).toBe(true);
    expect(shown.length).toBeGreaterThan(2_000);
    const { length: rows } = wrappedRows(`${"\u0301".repeat(11_000)}${"字".repeat(100)}`, 30);
    expect(rows).toBe(4);
  });

  test("a title of a text is begun above and stands in whole below", () => {
    const title = "很长的组名".repeat(40);
    const [page] = pagesOf([line("一句")], title);
    expect(textOf(page?.title.runs ?? [])).toMatch(/^很长的组名.+……$/u);
    expect(textOf(page?.lines[0]?.runs ?? [])).toBe(title);
  });

  test("a cluster is not torn, and a word is kept where a row has room for it", () => {
    expect(wrappedRows("甲乙丙", 2.6)).toEqual([0, 1, 2]);
    expect(wrappedRows("ab cdef", 3.6)).toEqual([0, 3]);
    const flags = "🇨🇳👨‍👩‍👧e\u0301".repeat(30);
    const segments = new Set(
      Array.from(
        new Intl.Segmenter("zh-CN", { granularity: "grapheme" }).segment(flags),
        ({ index }) => index,
      ),
    );
    for (const start of wrappedRows(flags, 5)) expect(segments.has(start)).toBe(true);
  });
});
