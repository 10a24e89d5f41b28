import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { cleanTexts } from "../../../../server/documents/clean-text.ts";
import { deckPages } from "../../../../server/documents/pptx/deck-pages.ts";
import { textOf } from "../../../../server/documents/pptx/line-look.ts";
import { renderPptx } from "../../../../server/documents/pptx/render-pptx.ts";
import { documentStyle, OFFICIAL_STYLE } from "../../../../server/documents/style/style.ts";
import type { DocumentInput } from "../../../../shared/documents/input.ts";
import type { SlideDeck } from "../../../../shared/documents/slides/deck.ts";
import { resultsDeck } from "../../../../shared/documents/slides/results-deck.ts";
import { withChanges } from "../../../../shared/protocol/house-style/house-style-changes.ts";
import { modelOf } from "../../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../../support/documents/documents-evening.ts";
import { elements } from "../../../support/documents/docx-file.ts";
import { openPptx, type PptxFile, slideParagraphs, slideText } from "../../../support/documents/pptx-file.ts";
import { dense, hostileInput } from "../../../support/sample/minutes-texts.ts";

function deckOf(input: DocumentInput) {
  return resultsDeck(modelOf("results", input), input);
}

/** Expects the lines of each page on its slide, and no slide more. */
function expectPagesShown(deck: SlideDeck, { slides, part }: PptxFile): void {
  const pages = deckPages(deck, OFFICIAL_STYLE);
  expect(slides).toHaveLength(pages.length);
  for (const [at, { title, lines }] of pages.entries()) {
    const shown = dense(slideText(part(`ppt/slides/slide${at + 1}.xml`)));
    for (const { runs } of [title, ...lines]) expect(shown).toContain(dense(textOf(runs)));
  }
}

const DECK = deckOf(WHOLE_EVENING);
const BYTES = await renderPptx(DECK);
const FILE = await openPptx(BYTES);

afterEach(() => {
  vi.useRealTimers();
});

describe("[X21] the file of slides", () => {
  test("[X1] the same deck is the same bytes, at another time too, with no time and no author in it", async () => {
    vi.useFakeTimers({ now: Date.UTC(2031, 5, 5), toFake: ["Date"] });
    expect((await renderPptx(DECK)).equals(BYTES)).toBe(true);
    for (const date of FILE.dates) expect(new Date(date).getFullYear()).toBe(1980);
    const core = FILE.part("docProps/core.xml");
    expect(elements(core, "dcterms:created")).toEqual([]);
    expect(elements(core, "dc:description")).toHaveLength(1);
  });

  test("every part is named with its type, and every relation leads to a part of the file", () => {
    const types = FILE.part("[Content_Types].xml");
    const named = elements(types, "Override").map(({ attributes }) => attributes.PartName);
    const kept = [...FILE.parts.keys()].filter((name) => !name.endsWith(".rels") && !name.startsWith("["));
    expect([...named].sort()).toEqual(kept.map((name) => `/${name}`).sort());
    for (const [name, part] of FILE.parts) {
      if (!name.endsWith(".rels")) continue;
      const from = name.replace("_rels/", "").replace(/[^/]*$/u, "");
      for (const { attributes } of elements(part, "Relationship")) {
        expect(attributes.TargetMode).toBeUndefined();
        const target = new URL(attributes.Target ?? "", `file:///${from}`).pathname.slice(1);
        expect(FILE.parts.has(target), `${name}: ${target}`).toBe(true);
      }
    }
  });

  test("is read from the back: no text below 18 points, pages of 16 to 9, titles where an outline finds them", () => {
    for (const slide of FILE.slides) {
      const sizes = slideParagraphs(slide).flatMap(({ runs }) =>
        runs.map(({ attributes }) => Number(attributes.sz)),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1_800);
      expect(
        elements(slide, "p:ph").filter(({ attributes }) => /title$/iu.test(attributes.type ?? "")),
      ).toHaveLength(1);
    }
    const [size] = elements(FILE.part("ppt/presentation.xml"), "p:sldSz");
    expect(Number(size?.attributes.cx) / Number(size?.attributes.cy)).toBeCloseTo(16 / 9, 5);
  });

  test("[X24] names the house's typefaces for every script, and no theme's", async () => {
    const style = documentStyle(
      withChanges({
        slides: { titleFont: "微软雅黑", textFont: "华文细黑", textSizePt: 28 },
        fonts: { title: "华文中宋" },
      }),
    );
    const { parts } = await openPptx(await renderPptx(DECK, style));
    const faces = [...parts.values()].flatMap((part) =>
      ["a:latin", "a:ea", "a:cs"].flatMap((slot) =>
        elements(part, slot).map(({ attributes }) => attributes.typeface),
      ),
    );
    expect([...new Set(faces)].sort()).toEqual(["华文中宋", "华文细黑", "微软雅黑"].sort());
    const runs = [...parts.values()].flatMap((part) => elements(part, "a:rPr"));
    for (const run of runs)
      for (const slot of ["a:latin", "a:ea", "a:cs"]) expect(elements(run, slot)).toHaveLength(1);
  });

  test("every line of the pages is on its slide", () => {
    expectPagesShown(DECK, FILE);
  });

  test("[X2] whatever people write, every part is well-formed, nothing in it is active, and no line is lost", async () => {
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        const deck = deckOf(input);
        const file = await openPptx(await renderPptx(deck));
        const { parts } = file;
        expectPagesShown(cleanTexts(deck), file);
        for (const [name, part] of parts) {
          if (name.endsWith(".rels"))
            expect(elements(part, "Relationship").filter(({ attributes }) => attributes.TargetMode)).toEqual(
              [],
            );
          expect(elements(part, "a:hlinkClick")).toEqual([]);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
