import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PART_PAGES_MAX } from "../../../server/documents/pptx/deck-pages.ts";
import { FOOTER, PAGE } from "../../../server/documents/pptx/geometry.ts";
import { pitchOf } from "../../../server/documents/pptx/line-look.ts";
import { renderPptx } from "../../../server/documents/pptx/render-pptx.ts";
import type { SlideDeck, SlideLine } from "../../../shared/documents/slides/deck.ts";
import { resultsDeck } from "../../../shared/documents/slides/results-deck.ts";
import { OFFICIAL_HOUSE_STYLE } from "../../../shared/protocol/house-style/official-house-style.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { hasImpress, printWithOffice } from "../../support/documents/docx-readers.ts";
import { dense } from "../../support/sample/minutes-texts.ts";
import { readPdf } from "../../support/sample/pdf-file.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const HAS_IMPRESS = await hasImpress();
const ROW_PITCH = pitchOf(OFFICIAL_HOUSE_STYLE.slides.textSizePt);
const EVENING = resultsDeck(modelOf("results", WHOLE_EVENING), WHOLE_EVENING);

/** One part beside those of the evening: long, and with letters of many scripts. */
const LONG: SlideLine[] = [
  "😀 𠮷野家 é ａｂｃ",
  "السلام عليكم",
  "<script>alert(1)</script> & ]]>",
  ...Array.from({ length: 400 }, (_, at) => `第${at}条，${"盘活闲置厂房，先建后招。".repeat(8)}`),
].map((text) => ({ look: "text", marker: "·", depth: 0, runs: [{ text }] }));
const DECK: SlideDeck = {
  ...EVENING,
  parts: [
    ...EVENING.parts,
    { title: [{ text: "长组" }], facts: [], lines: LONG, rest: "后面还有，见汇编。" },
  ],
};

if (HAS_IMPRESS) {
  test("[X21] LibreOffice shows every sentence on a page it has room on; what is too long ends with where the rest is", async () => {
    const directory = await tempDirectory();
    const pages = await printWithOffice(await renderPptx(DECK), directory, "pptx");
    const shown = dense(pages.join("\n"));
    for (const { title, facts, lines } of EVENING.parts)
      for (const runs of [title, facts, ...lines.map((line) => line.runs)])
        expect(shown).toContain(dense(runs.map(({ text }) => text).join("")));
    for (const { title, series, rows } of EVENING.figures)
      for (const text of [title, ...series, ...rows.map(({ label }) => label)])
        expect(shown).toContain(dense(text));
    const long = pages.filter((page) => dense(page).startsWith("长组"));
    expect(long).toHaveLength(PART_PAGES_MAX);
    expect(long.map((page) => dense(page).startsWith("长组（续）"))).toEqual([false, ...Array(7).fill(true)]);
    expect(dense(long.at(-1) ?? "")).toContain("后面还有，见汇编。");
    expect(dense(long.join(""))).toContain("𠮷野家");
    for (const [at, page] of pages.entries()) {
      if (at > 0) expect(dense(page).endsWith(String(at + 1)), page).toBe(true);
    }
    const pdf = await readFile(join(directory, "office.pdf"));
    const { pages: drawn } = await readPdf(pdf, directory, PAGE.height);
    const full = drawn
      .filter((_, at) => long.includes(pages[at] ?? ""))
      .map(({ lines }) => lines.filter(({ top }) => top > 100));
    expect(full).toHaveLength(PART_PAGES_MAX);
    for (const lines of full) {
      const [foot, ...above] = lines.toSorted((one, other) => other.top - one.top);
      expect(foot?.top).toBeGreaterThan(FOOTER.top - 5);
      const rows = above.filter(({ top }) => top < FOOTER.top - 5).toReversed();
      expect(rows.length).toBeGreaterThan(7);
      expect(rows.at(-1)?.bottom).toBeLessThan(FOOTER.top + 2);
      // Type that was made smaller so that all has room would stand closer.
      for (const [at, { top }] of rows.entries()) {
        const apart = top - (rows[at - 1]?.top ?? 0);
        expect(apart < 6 || apart > ROW_PITCH - 2, `${apart}`).toBe(true);
      }
    }
  }, 240_000);
}

test("where the project is checked, slides are shown", () => {
  if (process.env.CI !== undefined) expect(HAS_IMPRESS).toBe(true);
  expect(EVENING.parts.length).toBeGreaterThan(0);
});
