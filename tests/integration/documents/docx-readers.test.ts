import { expect, test } from "vitest";
import { renderDocx } from "../../../server/documents/docx/render-docx.ts";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { modelOf } from "../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { installedReaders, printWithOffice, readWithPython } from "../../support/documents/docx-readers.ts";
import { EVENING } from "../../support/sample/minutes-evening.ts";
import { dense, shownTexts } from "../../support/sample/minutes-texts.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const READERS = await installedReaders();
const DOCUMENT = modelOf("minutes", EVENING);

// Statistics are pictures to a word processor: what they say stands beside them, and the tests of figures hold it.
const OTHERS = DOCUMENT_NAMES.filter((name) => name !== "minutes" && name !== "statistics").map((name) => ({
  name,
  document: modelOf(name, WHOLE_EVENING),
}));

const CHECKS = {
  "python-docx": async () => {
    const reading = await readWithPython(await renderDocx(DOCUMENT), await tempDirectory());
    const texts = dense([...reading.paragraphs.map(([, text]) => text), ...reading.cells].join("\n"));
    for (const text of shownTexts(DOCUMENT)) expect(texts).toContain(dense(text));
    expect(reading).toMatchObject({ marginMm: [37, 28, 35, 26], oddAndEven: true, title: DOCUMENT.title });
    expect(reading.paragraphs).toContainEqual(["Heading 1", "一、大会"]);
    for (const { name, document } of OTHERS) {
      const { paragraphs, cells } = await readWithPython(await renderDocx(document), await tempDirectory());
      const read = dense([...paragraphs.map(([, text]) => text), ...cells].join("\n"));
      for (const text of shownTexts(document)) expect(read, name).toContain(dense(text));
    }
  },
  libreoffice: async () => {
    const words = "县域经济高质量发展";
    const long: DocumentModel = {
      ...DOCUMENT,
      blocks: [...DOCUMENT.blocks, { kind: "paragraph", quote: false, runs: [{ text: words.repeat(160) }] }],
    };
    const pages = await printWithOffice(await renderDocx(long), await tempDirectory());
    const printed = dense(pages.join("\n"));
    const short = shownTexts(DOCUMENT).filter((text) => text.length < 10);
    for (const text of short) expect(printed).toContain(dense(text));
    for (const [index, page] of pages.entries()) {
      const lines = page.split("\n").filter((line) => line.trim() !== "");
      const number = lines.at(-1) ?? "";
      expect(dense(number)).toBe(`—${index + 1}—`);
      expect(number.search(/\S/) > 20).toBe(index % 2 === 0);
    }
    const body = new Set(words);
    const full = pages.map((page) =>
      page
        .split("\n")
        .map(dense)
        .filter((line) => line.length > 20 && [...line].every((character) => body.has(character))),
    );
    expect(full.flat().length).toBeGreaterThan(20);
    for (const line of full.flat().slice(1, -1)) expect(line).toHaveLength(28);
    expect(Math.max(...full.map((lines) => lines.length))).toBe(22);
    for (const { name, document } of OTHERS) {
      const sheets = await printWithOffice(await renderDocx(document), await tempDirectory());
      const all = dense(sheets.join("\n"));
      for (const text of shownTexts(document).filter(({ length }) => length < 4)) {
        expect(all, name).toContain(dense(text));
      }
      const tops = sheets.map((sheet) => dense(sheet.split("\n").find((line) => line.trim() !== "") ?? ""));
      for (const top of pageTops(document)) expect(tops, name).toContain(dense(top));
    }
  },
};

/** The headings that begin a page. */
function pageTops({ blocks }: DocumentModel): string[] {
  return blocks.flatMap((block, index) =>
    block.kind === "heading" && blocks[index - 1]?.kind === "pageBreak"
      ? [(block.number ?? "") + block.runs.map(({ text }) => text).join("")]
      : [],
  );
}

for (const reader of READERS) test(`${reader} reads what was written`, CHECKS[reader], 240_000);

test("where the project is checked, every reader is there", () => {
  if (process.env.CI !== undefined) expect([...READERS].sort()).toEqual(["libreoffice", "python-docx"]);
  expect(READERS.size).toBeLessThanOrEqual(Object.keys(CHECKS).length);
});
