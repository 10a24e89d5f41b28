import iconv from "iconv-lite";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { csv, planned, refusalOf, tableOf } from "../../support/sample/roster-lines.ts";
import { sheetWith, workbook, workbookZip, zipBytes } from "../../support/sample/workbook.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const HEADINGS = ["姓名", "单位", "职务"];
const QIAN = "1 钱甲 林州市财政局 局长 county - - -";
const SUN = "2 孙乙 滑县发改委 主任 county - - -";

const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook whose one sheet has these rows, headings first. */
async function sheetOf(...rows: string[]): Promise<Buffer> {
  const zip = workbookZip([{ name: "名单", rows: [] }]);
  const headings = HEADINGS.map((text, column) => inline(`${"ABC"[column]}1`, text)).join("");
  zip.file(SHEET, sheetWith([`<row r="1">${headings}</row>`, ...rows].join("")));
  return await zipBytes(zip);
}

describe("cells of a workbook", () => {
  test("stand where their names say, in small letters too and in any order", async () => {
    const cells = [inline("b2", "林州市财政局"), inline("a2", "钱甲"), inline("$c$2", "局长")];
    expect(await planned(await sheetOf(`<row r="2">${cells.join("")}</row>`))).toEqual([QIAN]);
  });

  test.each(["2B", "R2C2", "AAAA2", "B0", "?"])(
    "one called %s is told, with its row, and none is moved",
    async (name) => {
      const cells = [inline("A2", "钱甲"), inline(name, "林州市财政局"), inline("C2", "局长")];
      const refusal = await refusalOf(await sheetOf(`<row r="2">${cells.join("")}</row>`));
      expect(refusal).toEqual({
        code: "roster_unreadable",
        details: { format: "cells", sheet: "名单", row: 2, column: name },
      });
    },
  );

  test("two in one place are told", async () => {
    const cells = [inline("A2", "钱甲"), inline("B2", "林州市财政局"), inline("b2", "滑县发改委")];
    const refusal = await refusalOf(await sheetOf(`<row r="2">${cells.join("")}</row>`));
    expect(refusal?.details).toMatchObject({ row: 2, column: "B" });
  });

  test("with a value and a text of its own one is what its type says", async () => {
    const both = (reference: string, type: string, value: string, text: string) =>
      `<c r="${reference}" t="${type}"><v>${value}</v><is><t>${text}</t></is></c>`;
    const cells = [
      both("A2", "inlineStr", "钱甲", "钱甲"),
      both("B2", "str", "林州市财政局", "旧"),
      inline("C2", "局长"),
    ];
    expect(await planned(await sheetOf(`<row r="2">${cells.join("")}</row>`))).toEqual([QIAN]);
  });

  test.each(["", " ", "0", "-1", "x"])("a row numbered %j is the next one", async (number) => {
    const cells = ["钱甲", "林州市财政局", "局长"].map(
      (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    expect(await planned(await sheetOf(`<row r="${number}">${cells.join("")}</row>`))).toEqual([QIAN]);
  });

  test("a sheet that breaks off says where", async () => {
    const zip = workbookZip([{ name: "名单", rows: [] }]);
    zip.file(SHEET, `<worksheet><sheetData><row r="1">${inline("A1", "姓名")}</row><row r="2"><c`);
    expect(await refusalOf(await zipBytes(zip))).toEqual({
      code: "roster_unreadable",
      details: { format: "xml", sheet: "名单", row: 2 },
    });
  });
});

describe("headings", () => {
  test("of three rows, one merged down over all, are read in full", async () => {
    const file = await workbook({
      name: "名单",
      rows: [
        ["姓名", "任职情况", null, "会务"],
        [null, "单位", "职务", "座位"],
        [null, null, "（现任）", "（排-座）"],
        ["钱甲", "林州市财政局", "局长", "1排2座"],
        ["孙乙", "滑县发改委", "主任", "1排3座"],
      ],
      merges: ["A1:A3", "B1:C1", "B2:B3"],
    });
    expect(await planned(file)).toEqual([
      "1 钱甲 林州市财政局 局长 county - - 1排2座",
      "2 孙乙 滑县发改委 主任 county - - 1排3座",
    ]);
    expect((await tableOf(file)).sheets[0]?.headingRow).toBe(3);
  });

  test("of two rows are followed when they are repeated on the next page", async () => {
    const page = [
      ["姓名", "任职情况", null],
      [null, "单位", "职务"],
    ];
    const file = await workbook({
      name: "名单",
      rows: [...page, ["钱甲", "林州市财政局", "局长"], ...page, ["孙乙", "滑县发改委", "主任"]],
      merges: ["A1:A2", "B1:C1", "A4:A5", "B4:C4"],
    });
    expect(await planned(file)).toEqual([QIAN, SUN]);
  });

  test("merged down into the first person by mistake lose nobody", async () => {
    const file = await workbook({
      name: "名单",
      rows: [HEADINGS, ["钱甲", "林州市财政局", null]],
      merges: ["C1:C2"],
    });
    expect(await planned(file)).toEqual(["1 钱甲 林州市财政局 - county - - -"]);
  });

  test.each([
    ["参会人员姓名", "任职单位", "现职务"],
    ["代表姓名", "选派单位", "行政职务"],
    ["姓  名", "推荐单位", "职    务"],
    ["姓名(中文)", "单位全称", "职务(职称)"],
    ["与会人员", "所在单位（部门）", "职务/职称"],
    ["人员姓名", "派出单位", "职务名称"],
    ["姓名", "单位/部门", "现任职务"],
    ["学员", "单位简称", "岗位"],
    ["姓名", "所在县（市、区）", "职务"],
    ["姓名", "县区、单位", "职务"],
    ["委员姓名", "县（市、区）及单位", "职务和职级"],
  ])("%s, %s, %s are known", async (...words) => {
    expect(await planned(csv(words.map((word) => `"${word}"`).join(","), "钱甲,林州市财政局,局长"))).toEqual([
      QIAN,
    ]);
  });

  test("of those who only stand beside a person are not taken for the person's", async () => {
    const file = csv("联系人姓名,姓名,主管单位,单位", "赵丁,钱甲,市委,林州市财政局");
    expect(await planned(file)).toEqual(["1 钱甲 林州市财政局 - county - - -"]);
    expect((await tableOf(file)).sheets[0]?.unusedHeadings).toEqual(["联系人姓名", "主管单位"]);
    expect((await refusalOf(csv("联系人姓名,单位", "赵丁,滑县")))?.code).toBe("roster_no_headings");
  });

  test("of unit and post in one column are told", async () => {
    const refusal = await refusalOf(csv("姓名,任职单位及职务", "钱甲,林州市财政局局长"));
    expect(refusal?.details).toMatchObject({ columns: ["unit"], combined: "任职单位及职务" });
  });
});

describe("text files", () => {
  test.each([
    ["full-width commas in posts", ",", "党组书记，局长，一级调研员"],
    ["commas in posts between semicolons", ";", "党组书记,局长,一级调研员"],
    ["commas in posts between tabs", "\t", "党组书记,局长,一级调研员"],
    ["commas in posts between bars", "|", "党组书记,局长,一级调研员"],
  ])("%s are no delimiters", async (_name, delimiter, post) => {
    const file = csv(HEADINGS.join(delimiter), ["钱甲", "林州市财政局", post].join(delimiter));
    expect((await tableOf(file)).rows.map(({ cells }) => cells)).toEqual([
      { name: "钱甲", unit: "林州市财政局", post },
    ]);
  });

  test.each([true, false])("a damaged byte is a row that cannot be read (mark: %s)", async (isMarked) => {
    const text = csv(
      HEADINGS.join(","),
      "钱甲,林州市财政局,局长",
      "孙乙,滑县发改委,主任",
      "周丙,市财政局,局长",
    );
    const at = text.indexOf("滑县发改委");
    const mark = Buffer.from(isMarked ? "\uFEFF" : "");
    const file = Buffer.concat([mark, text.subarray(0, at), Buffer.of(0xff), text.subarray(at)]);
    expect(await planned(file)).toEqual([
      QIAN,
      expect.stringMatching(/^3 text_unreadable 孙乙/),
      "3 周丙 市财政局 局长 municipal - - -",
    ]);
  });

  test("a damaged byte in GBK too", async () => {
    const text = iconv.encode("姓名,单位,职务\r\n钱甲,林州市财政局,局长\r\n孙乙,滑县,主任\r\n", "gbk");
    const at = text.indexOf(iconv.encode("滑县", "gbk"));
    const file = Buffer.concat([text.subarray(0, at), Buffer.of(0xff), text.subarray(at)]);
    expect(await planned(file)).toEqual([QIAN, expect.stringMatching(/^3 text_unreadable 孙乙/)]);
  });

  test.each([
    ["bare", '="01",="钱甲",="林州市财政局",="局长",=""'],
    ["quoted", '"=""01""","=""钱甲""","=""林州市财政局""","=""局长""",""'],
    ["by an apostrophe", "'01,钱甲,林州市财政局,局长,"],
  ])("a value forced to be text is the value (%s)", async (_name, line) => {
    expect(await planned(csv("排序号,姓名,单位,职务,座位", line))).toEqual([QIAN]);
  });
});

describe("archives", () => {
  const roster = () => workbookZip([{ name: "名单", rows: [HEADINGS, ["钱甲", "林州市财政局", "局长"]] }]);
  /** The same archive with every name changed. */
  async function renamed(rename: (name: string) => string): Promise<Buffer> {
    const zip = new JSZip();
    for (const [name, entry] of Object.entries(roster().files)) {
      if (!entry.dir) zip.file(rename(name), await entry.async("nodebuffer"), { createFolders: false });
    }
    return await zipBytes(zip);
  }

  test("with bytes behind their end are read", async () => {
    expect(await planned(Buffer.concat([await zipBytes(roster()), Buffer.from("\r\n")]))).toEqual([QIAN]);
  });

  test.each([
    ["backslashes", (name: string) => name.replaceAll("/", "\\")],
    ["a slash before them", (name: string) => `/${name}`],
    ["a dot before them", (name: string) => `./${name}`],
  ])("with %s in their names are read", async (_name, rename) => {
    expect(await planned(await renamed(rename))).toEqual([QIAN]);
  });

  test("with backslashes where one part names another are read", async () => {
    const zip = roster();
    const list = "xl/_rels/workbook.xml.rels";
    const text = (await zip.file(list)?.async("string")) ?? "";
    zip.file(list, text.replace("worksheets/", "worksheets\\"));
    expect(await planned(await zipBytes(zip))).toEqual([QIAN]);
  });

  test("with a wrong size are read, and with a wrong sum are not", async () => {
    const file = await zipBytes(roster());
    const entry = file.lastIndexOf(Buffer.from(SHEET)) - 46;
    const resized = Buffer.from(file);
    resized.writeUInt32LE(resized.readUInt32LE(entry + 24) + 2, entry + 24);
    expect(await planned(resized)).toEqual([QIAN]);
    const damaged = Buffer.from(file);
    damaged.writeUInt32LE(damaged.readUInt32LE(entry + 16) ^ 1, entry + 16);
    expect(await refusalOf(damaged)).toEqual({
      code: "roster_unreadable",
      details: { format: "zip", part: SHEET },
    });
  });
});
