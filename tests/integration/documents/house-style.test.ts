import { expect, test } from "vitest";
import { makeDocument } from "../../../server/documents/make-document.ts";
import { HOUSE_STYLE_RECORD_ID, type HouseStyleRecord } from "../../../shared/domain/house-style/records.ts";
import type { HouseStyleChanges } from "../../../shared/protocol/house-style/house-style.ts";
import { withSetup } from "../../support/documents/built-model.ts";
import { element, openDocx, paragraphWith } from "../../support/documents/docx-file.ts";
import { openPptx, slideParagraphs } from "../../support/documents/pptx-file.ts";
import { EVENING, RED_HEAD } from "../../support/sample/minutes-evening.ts";
import { dense } from "../../support/sample/minutes-texts.ts";
import { hasPoppler, readPdf } from "../../support/sample/pdf-file.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const HAS_POPPLER = await hasPoppler();
const POINTS_A_MM = 72 / 25.4;
const LONG_TEXT = "县域经济高质量发展".repeat(60);

/** What a worker makes of the evening in a house's look. */
async function made(changes: HouseStyleChanges, ...formats: readonly ("docx" | "pdf")[]) {
  const record: HouseStyleRecord = { id: HOUSE_STYLE_RECORD_ID, kind: "houseStyle", rev: 9, changes };
  const red = { ...RED_HEAD, sign: null, issuer: null, copyTo: [] };
  const { records, options } = withSetup(EVENING, "minutes", { redHead: red });
  const long = records.map((one) => (one.kind === "question" ? { ...one, text: LONG_TEXT } : one));
  return makeDocument({
    name: "minutes",
    formats,
    records: [...long, record],
    rooms: [],
    options,
    fontPlaces: SHIPPED_ONLY,
  });
}

const SHIPPED_FONT = "Noto Serif SC";

if (HAS_POPPLER) {
  test("[X24] pages have the margins, the pitch of lines and the typefaces that the house says", async () => {
    const [file] = await made(
      {
        page: { leftMm: 20, rightMm: 40, topMm: 50 },
        body: { sizePt: 14, linePitchPt: 25, characterSpacingPt: 0 },
        fonts: { body: SHIPPED_FONT },
      },
      "pdf",
    );
    if (file === undefined) throw new Error("no file");
    const { pages } = await readPdf(file.bytes, await tempDirectory(), 297 * POINTS_A_MM);
    const full = pages.flatMap(({ lines }) =>
      lines.filter(({ text }) => dense(text).length > 25 && LONG_TEXT.includes(dense(text))),
    );
    expect(full.length).toBeGreaterThan(5);
    for (const { left, right } of full) {
      expect(left).toBeGreaterThan(20 * POINTS_A_MM - 2);
      expect(right).toBeLessThan((210 - 40) * POINTS_A_MM + 2);
    }
    const [first, second] = full;
    expect((second?.top ?? 0) - (first?.top ?? 0)).toBeCloseTo(25, 0);
    expect(file.fonts?.fonts.find(({ wanted }) => wanted === SHIPPED_FONT)?.used).toEqual([SHIPPED_FONT]);
  });
}

test("[X24] the house's sign, issuer and 抄送 stand where the document's red head names none", async () => {
  const [file] = await made(
    {
      redHead: { sign: "市委党校工作简报" },
      imprint: { issuer: "市委党校办公室", copyTo: ["市委办", "市政府办"] },
    },
    "docx",
  );
  const docx = await openDocx(file?.bytes ?? new Uint8Array());
  expect(element(paragraphWith(docx, "市委党校工作简报"), "w:color").attributes["w:val"]).toBe("FF0000");
  paragraphWith(docx, "市委党校办公室");
  paragraphWith(docx, "市委办、市政府办");
});

test("[X24] slides are set in the record's sizes", async () => {
  const record: HouseStyleRecord = {
    id: HOUSE_STYLE_RECORD_ID,
    kind: "houseStyle",
    rev: 9,
    changes: { slides: { titleSizePt: 30, titleFont: "微软雅黑" } },
  };
  const [file] = await makeDocument({
    name: "results",
    formats: ["pptx"],
    records: [...EVENING.records, record],
    rooms: [],
    options: EVENING.options,
    fontPlaces: SHIPPED_ONLY,
  });
  const { slides } = await openPptx(file?.bytes ?? new Uint8Array());
  const [, second] = slides;
  const title = second && slideParagraphs(second)[0]?.runs[0];
  expect(title?.attributes.sz).toBe("3000");
});
