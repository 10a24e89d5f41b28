import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlockPlace } from "../../../server/documents/pdf/block-places.ts";
import { renderPdf, renderPdfPreview } from "../../../server/documents/pdf/render-pdf.ts";
import { buildDocument } from "../../../shared/documents/build-document.ts";
import type { DocumentCell, DocumentModel } from "../../../shared/documents/model.ts";
import { textsByKey } from "../../../shared/documents/wording/texts-by-key.ts";
import { type DocumentEditRecord, documentEditRecordId } from "../../../shared/domain/documents/records.ts";
import { DOCUMENT_NAMES, type DocumentName } from "../../../shared/protocol/document-names.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { dense, hostileInput } from "../../support/sample/minutes-texts.ts";
import { hasPoppler, type PrintedLine, type ReadPdf, readPdf } from "../../support/sample/pdf-file.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const HAS_POPPLER = await hasPoppler();
const DEADLINE_MS = 120_000;
/** What is between the edge of a place and the middle of a line in it. */
const SLACK_PT = 1;
const PAGE_HEIGHT_PT = 842;

function cell(text: string, header = false): DocumentCell {
  return { key: text.slice(0, 2), header, columnSpan: 1, rowSpan: 1, paragraphs: [[{ text }]] };
}

function built(name: DocumentName): DocumentModel {
  return buildDocument(name, WHOLE_EVENING).model;
}

/** One of each kind of document, and one whose paragraphs, items and cells run over pages. */
function documents(): [string, DocumentModel][] {
  const long = (word: string) => Array.from({ length: 700 }, (_, index) => `${word}${index}，`).join("");
  const plain = built("minutes");
  const running: DocumentModel = {
    ...plain,
    blocks: [
      { key: "paragraph", kind: "paragraph", quote: false, runs: [{ text: long("甲") }] },
      {
        kind: "list",
        items: [
          { key: "item", depth: 1, marker: { kind: "number", value: 12 }, runs: [{ text: long("乙") }] },
        ],
      },
      {
        kind: "table",
        columns: 2,
        shares: [1, 3],
        rows: [
          [cell("序号", true), cell("事项", true)],
          [cell("一"), cell(long("丙"))],
          [cell("二"), cell("短句，".repeat(40))],
        ],
      },
      { key: "after", kind: "paragraph", quote: false, runs: [{ text: "表后的话。" }] },
    ],
  };
  return [
    ...DOCUMENT_NAMES.map((name): [string, DocumentModel] => [name, built(name)]),
    ["what runs over pages", running],
  ];
}

/** Text but for white space and what is printed as nothing. */
function printed(text: string): string {
  return dense(text).replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** From top to bottom: readers take the lines of narrow columns in any order. */
function wordsIn(place: BlockPlace, { pages }: ReadPdf): PrintedLine[] {
  const words = pages[place.page - 1]?.words.filter((word) => isIn(word, place)) ?? [];
  return words.sort((one, other) => (isBeside(one, other) ? one.left - other.left : one.top - other.top));
}

function isBeside(one: PrintedLine, other: PrintedLine): boolean {
  return Math.abs(one.top - other.top) < SLACK_PT * 4;
}

function isIn({ left, right, top, bottom }: PrintedLine, place: BlockPlace): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return (
    x > place.xPt - SLACK_PT &&
    x < place.xPt + place.widthPt + SLACK_PT &&
    y > place.yPt - SLACK_PT &&
    y < place.yPt + place.heightPt + SLACK_PT
  );
}

for (const [name, document] of documents()) {
  test(
    `[X13] ${name}: the pages of the preview are the file's, and each text has its places`,
    async () => {
      const { bytes, pages, places } = await renderPdfPreview(document, SHIPPED_ONLY);
      const file = await renderPdf(document, SHIPPED_ONLY);
      expect(Buffer.from(bytes).equals(Buffer.from(file.bytes))).toBe(true);
      const texts = textsByKey(document);
      expect(new Set(places.map(({ key }) => key))).toEqual(new Set(texts.keys()));
      if (!HAS_POPPLER) return;
      const read = await readPdf(bytes, await tempDirectory(), PAGE_HEIGHT_PT);
      expect(read.pages).toHaveLength(pages.length);
      for (const [key, text] of texts) {
        const own = places.filter((place) => place.key === key);
        const there = own.flatMap((place) => wordsIn(place, read));
        expect(
          printed(there.map((word) => word.text).join("")),
          `${key} on ${own.map(({ page }) => page)}`,
        ).toContain(printed(text));
      }
    },
    DEADLINE_MS,
  );
}

test("[X13] the rest of a cell begins below the headings that stand again, and no place leaves its page", async () => {
  const running = documents().at(-1)?.[1] as DocumentModel;
  const { places, pages } = await renderPdfPreview(running, SHIPPED_ONLY);
  const headings = places.filter(({ key }) => key === "事项");
  const rests = places.filter(({ key }) => key === "丙0").slice(1);
  expect(rests.length).toBeGreaterThan(1);
  for (const rest of rests) {
    const above = headings.find(({ page }) => page === rest.page);
    expect(rest.yPt).toBe((above?.yPt ?? Number.NaN) + (above?.heightPt ?? Number.NaN));
  }
  // In the middle of its row.
  const [beside, lines] = ["二", "短句"].map((key) => places.find((place) => place.key === key));
  if (beside === undefined || lines === undefined) throw new Error("two places expected");
  expect(beside.heightPt).toBeCloseTo(beside.sizePt, 1);
  expect(beside.yPt + beside.heightPt / 2).toBeCloseTo(lines.yPt + lines.heightPt / 2, 1);
  for (const { page, xPt, yPt, widthPt, heightPt } of places) {
    const size = pages[page - 1] ?? { widthPt: 0, heightPt: 0 };
    expect(Math.min(xPt, yPt, widthPt, heightPt)).toBeGreaterThan(0);
    expect(xPt + widthPt).toBeLessThan(size.widthPt);
    expect(yPt + heightPt).toBeLessThan(size.heightPt);
  }
});

test("[X13] a wording of several lines has places of its lines and is told as one text", async () => {
  const worded: DocumentEditRecord = {
    id: documentEditRecordId("minutes", "overview"),
    kind: "documentEdit",
    rev: 1,
    documentName: "minutes",
    key: "overview",
    source: textsByKey(built("minutes")).get("overview") ?? "",
    text: "第一行。\n第二行。",
    editedBy: "organiser",
    editedAt: 0,
  };
  const { model } = buildDocument("minutes", {
    ...WHOLE_EVENING,
    records: [...WHOLE_EVENING.records, worded],
  });
  expect(textsByKey(model).get("overview")).toBe(worded.text);
  const { places } = await renderPdfPreview(model, SHIPPED_ONLY);
  const [first, second, ...rest] = places.filter(({ key }) => key === "overview");
  expect(rest).toEqual([]);
  expect(second?.yPt).toBeCloseTo((first?.yPt ?? 0) + (first?.pitchPt ?? 0), 1);
});

test(
  "[X13] whatever people wrote, each text of a document has a place",
  async () => {
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        const { model } = buildDocument("minutes", input);
        const { places } = await renderPdfPreview(model, SHIPPED_ONLY);
        expect(new Set(places.map(({ key }) => key))).toEqual(new Set(textsByKey(model).keys()));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  },
  DEADLINE_MS,
);
