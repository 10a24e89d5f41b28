import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { formatOf } from "../../../server/tables/file-format.ts";
import { readWorkbook } from "../../../server/tables/xlsx-workbook.ts";
import { edited } from "../../support/ledger/edited-sheet.ts";
import { filledIn } from "../../support/ledger/fill-in.ts";
import { linesOf, planOf, sheetOf, xlsxOf } from "../../support/ledger/ledger-file.ts";
import { ledgerSession } from "../../support/ledger/ledger-session.ts";

const STATE = ledgerSession();
const SHEET = sheetOf(STATE);

/** The order in which the format wants the parts of a sheet. */
const ORDER =
  "sheetPr sheetViews cols sheetData autoFilter conditionalFormatting dataValidations printOptions pageMargins pageSetup headerFooter".split(
    " ",
  );

async function partOf(file: Buffer, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(file)).file(name)?.async("string")) ?? "";
}

describe("[F1] a ledger as a workbook", () => {
  test("has the parts of a sheet in the order of the format, each once", async () => {
    const xml = await partOf(await xlsxOf(SHEET), "xl/worksheets/sheet1.xml");
    const depth = { now: 0 };
    const children = [...xml.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/gu)].flatMap(
      ([, closes, name, closed]) => {
        if (closes === "/") depth.now -= 1;
        const isChild = closes !== "/" && depth.now === 1;
        if (closes !== "/" && closed !== "/") depth.now += 1;
        return isChild ? [name] : [];
      },
    );
    expect(children).toEqual(ORDER);
  });

  test("says of no time when it was made", async () => {
    const { files } = await JSZip.loadAsync(await xlsxOf(SHEET));
    expect(Object.keys(files).filter((name) => name.startsWith("docProps/"))).toEqual([]);
    for (const { date } of Object.values(files)) expect(date.getUTCFullYear()).toBe(1980);
  });

  test("has no formula, whatever texts begin with, and texts that look escaped stay as they are", async () => {
    const gist = "=cmd|' /C calc'!A0 _x000D_";
    const xml = await partOf(await xlsxOf(edited(SHEET, 0, { gist })), "xl/worksheets/sheet1.xml");
    expect(xml).not.toMatch(/<f[ >]/u);
    const [grid] = await readWorkbook(await xlsxOf(edited(SHEET, 0, { gist })));
    expect(grid?.rows.some(({ cells }) => cells.includes(gist))).toBe(true);
  });

  test("is as high in each row as what stands in it needs, until somebody writes more", async () => {
    const xml = await partOf(
      await xlsxOf(edited(SHEET, 1, { progress: "很长的进展".repeat(60) })),
      "xl/worksheets/sheet1.xml",
    );
    const heights = [...xml.matchAll(/<row r="([4-6])" ht="([\d.]+)"([^>]*)>/gu)].map(
      ([, , height, more]) => [Number(height), more],
    );
    expect(heights.map(([, more]) => more)).toEqual(["", "", ""]);
    expect(Number(heights[1]?.[0])).toBeGreaterThan(10 * Number(heights[2]?.[0]));
  });

  test("what cannot be printed is not in it", async () => {
    const file = await xlsxOf(edited(SHEET, 0, { gist: "a\u0000\u0007b\uD800c\u202Ed" }));
    expect(await partOf(file, "xl/sharedStrings.xml")).toContain("<t>abcd</t>");
    expect(formatOf(file)).toBe("zip");
  });
});

test("[F2] days counted from 1904, as old Macs do, are the same days", async () => {
  const zip = await JSZip.loadAsync(await filledIn(await xlsxOf(SHEET), { K4: 44925, K5: 45015 }));
  const workbook = (await zip.file("xl/workbook.xml")?.async("string")) ?? "";
  zip.file("xl/workbook.xml", workbook.replace("<workbookPr/>", '<workbookPr date1904="1"/>'));
  expect(linesOf(await planOf(await zip.generateAsync({ type: "nodebuffer" }), STATE))).toEqual([
    "1 unchanged",
    "2 changed due=2027-03-31",
    "3 unchanged",
  ]);
});
