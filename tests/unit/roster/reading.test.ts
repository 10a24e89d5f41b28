import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { csv, planned, refusalOf, tableOf } from "../../support/sample/roster-lines.ts";
import { type SheetSpec, sheetWith, workbook, workbookZip, zipBytes } from "../../support/sample/workbook.ts";

const sheet = (rows: SheetSpec["rows"], more: Partial<SheetSpec> = {}): SheetSpec => ({
  name: "名单",
  rows,
  ...more,
});

describe("a workbook made by a spreadsheet program, with all an office does to one", () => {
  const file = () => readFile(new URL("../../support/fixtures/office-roster.xlsx", import.meta.url));

  test("merged titles, two heading rows, merged units, spaced-out names, sheets numbered from 1 each", async () => {
    expect(await planned(await file())).toEqual([
      "1 张三 滑县人民政府 副县长 county leader 第一组 1",
      "2 李四光 滑县财政局 局长 county - 第一组 2",
      "3 买买提•艾力 滑县财政局 副局长 county recorder 二组 3",
      "4 王五 市财政局 党组书记、局长 municipal - 第1组 4",
      "5 赵敏 市委党校 班主任 staff moderator+recorder - 会务席",
      "6 李四光 市委党校 教师 staff - - -",
    ]);
  });

  test("covers and summaries are passed over, hidden sheets not read, remarks told, hidden rows marked", async () => {
    const { sheets, rows } = await tableOf(await file());
    expect(sheets.map(({ sheet: name, outcome, people }) => [name, outcome, people])).toEqual([
      ["封面", "no_table", 0],
      ["滑县", "read", 3],
      ["市直", "read", 3],
      ["去年名单", "hidden", 0],
      ["汇总", "no_table", 0],
    ]);
    expect(sheets[1]?.headingRow).toBe(5);
    expect(sheets[1]?.ignoredRows.map(({ row, text }) => `${row} ${text}`)).toEqual([
      "12 合 计 3 人",
      "13 注：名单按机构序列排列，请于11月20日前核对。",
      "14 填表人：",
    ]);
    expect(rows.filter(({ notes }) => notes.includes("row_hidden")).map(({ row }) => row)).toEqual([8]);
  });
});

describe("headings", () => {
  test("in any order, in either language, with remarks in brackets", async () => {
    const english = csv(
      "Title,Seat No.,Full Name,Organization,Side,Duty,Group,No.",
      "Director,3-1,Li Lei,Finance,county,leader,2,7",
    );
    expect(await planned(english)).toEqual(["7 Li Lei Finance Director county leader 2 3-1"]);
    const chinese = csv(
      "座　签,分 组,角色,身份（必填）,职位,所在单位*,名字,排序",
      "A1,三组,召集人,市直,科长,市税务局,钱七,9",
    );
    expect(await planned(chinese)).toEqual(["9 钱七 市税务局 科长 municipal leader 三组 A1"]);
  });

  test("in two rows, also where the format cannot merge them", async () => {
    const file = csv("序号,姓名,任职情况,,座号", ",,单位,职务,", "1,甲某,滑县,副县长,A1");
    expect(await planned(file)).toEqual(["1 甲某 滑县 副县长 county - - A1"]);
  });

  test("the more telling of two columns is taken and the other told", async () => {
    const file = csv("序号,排序号,部门,单位,姓名,手机", "1,30,预算科,市财政局,钱七,139");
    const table = await tableOf(file);
    expect(await planned(file)).toEqual(["30 钱七 市财政局 - municipal - - -"]);
    expect(table.sheets[0]?.unusedHeadings).toEqual(["序号", "部门", "手机"]);
  });

  test("县区 is the side where its cells are sides, and the unit where they are counties", async () => {
    expect(await planned(csv("县区,姓名,单位", "县区,甲某,滑县财政局", "市直,乙某,统计局"))).toEqual([
      "1 甲某 滑县财政局 - county - - -",
      "2 乙某 统计局 - municipal - - -",
    ]);
    expect(await planned(csv("县区,姓名,职务", "滑县,甲某,副县长"))).toEqual([
      "1 甲某 滑县 副县长 county - - -",
    ]);
  });

  test("tables side by side are read one after the other", async () => {
    const file = csv("姓名,单位,座号,姓名,单位,座号", "甲某,滑县,1,丙某,市财政局,3", "乙某,内黄县,2,,,");
    expect(await planned(file)).toEqual([
      "1 甲某 滑县 - county - - 1",
      "2 乙某 内黄县 - county - - 2",
      "3 丙某 市财政局 - municipal - - 3",
    ]);
  });

  test("repeated on every page, with the columns moved, they are followed", async () => {
    const file = csv("姓名,单位", "甲某,滑县", "", "单位,姓名", "内黄县,乙某");
    expect(await planned(file)).toEqual(["1 甲某 滑县 - county - - -", "2 乙某 内黄县 - county - - -"]);
  });
});

describe("rows", () => {
  test("sections give the side of the people below them", async () => {
    const rows = [
      ["姓名", "单位", "职务"],
      ["一、县区（1人）"],
      ["甲某", "滑县财政局", "局长"],
      ["二、市直部门"],
      ["乙某", "统计局", "局长"],
    ];
    const merged = workbook(sheet(rows, { merges: ["A2:C2", "A4:C4"] }));
    const expected = ["1 甲某 滑县财政局 局长 county - - -", "2 乙某 统计局 局长 municipal - - -"];
    expect(await planned(await merged)).toEqual(expected);
    expect(await planned(csv(...rows.map((row) => row.join(","))))).toEqual(expected);
  });

  test("a name merged over rows is one person with several posts", async () => {
    const rows = [
      ["姓名", "单位", "职务"],
      ["甲某", "滑县财政局", "党组书记"],
      [null, null, "局长"],
      ["乙某", "滑县财政局", "科长"],
    ];
    const file = await workbook(sheet(rows, { merges: ["A2:A3", "B2:B3"] }));
    expect(await planned(file)).toEqual([
      "1 甲某 滑县财政局 党组书记、局长 county - - -",
      "2 乙某 滑县财政局 科长 county - - -",
    ]);
  });

  test("without merged cells a blank unit is the one above, and the row says so; in a workbook it is missing", async () => {
    const file = csv("姓名,单位,职务", "甲某,滑县财政局,局长", "乙某,,科长", "丙某,同上,科员");
    expect(await planned(file)).toEqual([
      "1 甲某 滑县财政局 局长 county - - -",
      "2 乙某 滑县财政局 科长 county - - -",
      "3 丙某 滑县财政局 科员 county - - -",
    ]);
    expect((await tableOf(file)).rows[1]?.notes).toEqual(["unit_from_above"]);
    const inWorkbook = await workbook(
      sheet([
        ["姓名", "单位"],
        ["甲某", "滑县"],
        ["乙某", ""],
      ]),
    );
    expect(await planned(inWorkbook)).toEqual(["1 甲某 滑县 - county - - -", "3 unit_missing 乙某"]);
  });

  test("rows prepared with a number alone are nobody; a unit without a name is told", async () => {
    const file = csv("序号,姓名,单位", "1,甲某,滑县", "2,,内黄县", "3,,", "合计,2人,", "说明：不含司机");
    expect(await planned(file)).toEqual(["1 甲某 滑县 - county - - -", "3 name_missing"]);
  });

  test("numbers, texts of several fonts, readings and escapes are read as people see them", async () => {
    const zip = workbookZip([
      sheet([
        ["姓名", "单位", "座号"],
        ["甲", "滑县", 12],
      ]),
    ]);
    const strings = await zip.file("xl/sharedStrings.xml")?.async("string");
    const rich = '<r><t>甲</t></r><r><rPr><b/></rPr><t>某_x000D_</t></r><rPh sb="0" eb="1"><t>jia</t></rPh>';
    zip.file("xl/sharedStrings.xml", (strings ?? "").replace('<t xml:space="preserve">甲</t>', rich));
    expect(await planned(await zipBytes(zip))).toEqual(["1 甲某 滑县 - county - - 12"]);
  });

  test("inline texts, prefixed elements, cells and rows without references", async () => {
    const zip = workbookZip([sheet([])]);
    const row = (...texts: string[]) =>
      `<x:row>${texts.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join("")}</x:row>`;
    const data = `<x:sheetData>${row("姓名", "单位")}${row("甲某", "滑县")}</x:sheetData>`;
    zip.file("xl/worksheets/sheet1.xml", `<x:worksheet xmlns:x="urn:x">${data}</x:worksheet>`);
    expect(await planned(await zipBytes(zip))).toEqual(["1 甲某 滑县 - county - - -"]);
  });
});

describe("text files", () => {
  const text = "序号,姓名,单位\r\n7,张　三,滑县财政局\r\n9,㛃某,市发改委\r\n";
  const quoted = text.replace(/[^,\r\n]+/gu, '"$&"');
  const expected = ["7 张三 滑县财政局 - county - - -", "9 㛃某 市发改委 - municipal - - -"];

  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-8 with its mark, quoted", Buffer.from(`\uFEFF${quoted}`)],
    ["UTF-16 LE", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16 LE, quoted", Buffer.from(`\uFEFF${quoted}`, "utf16le")],
    ["UTF-16 BE", iconv.encode(text, "utf-16be", { addBOM: true })],
    ["GB18030", iconv.encode(text, "gb18030")],
    ["tabs", Buffer.from(text.replaceAll(",", "\t"))],
    ["semicolons", Buffer.from(text.replaceAll(",", ";"))],
    ["full-width commas", Buffer.from(text.replaceAll(",", "，"))],
  ])("%s", async (_name, file) => {
    expect(await planned(file)).toEqual(expected);
  });

  test("GBK as Excel on a Chinese Windows writes it", async () => {
    const file = iconv.encode("姓名,单位\r\n张三,滑县财政局\r\n", "gbk");
    expect(await planned(file)).toEqual(["1 张三 滑县财政局 - county - - -"]);
  });

  test("quoted line breaks keep the row numbers, an unclosed quotation mark is text", async () => {
    const quoted = csv("姓名,单位,职务", '甲某,滑县,"书记、', '局长"', ",,", "乙某,,x");
    expect((await tableOf(quoted)).rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(await planned(csv("姓名,单位", '甲某,"滑县', "乙某,内黄县"))).toEqual([
      '1 甲某 "滑县 - county - - -',
      "2 乙某 内黄县 - county - - -",
    ]);
  });
});

describe("what refuses the whole file", () => {
  test("no headings, with the sheets looked through", async () => {
    const file = await workbook(sheet([["封面"]], { name: "封面" }), sheet([["甲某", "滑县"]]));
    expect(await refusalOf(file)).toEqual({
      code: "roster_no_headings",
      details: { sheets: ["封面", "名单"] },
    });
  });

  test("a missing column, with sheet, row and what is missing, and unit and post in one column", async () => {
    const good = sheet(
      [
        ["姓名", "单位"],
        ["甲某", "滑县"],
      ],
      { name: "一" },
    );
    const missing = await workbook(
      good,
      sheet([["标题"], ["姓名", "职务"], ["甲某", "局长"]], { name: "二" }),
    );
    expect(await refusalOf(missing)).toEqual({
      code: "roster_missing_columns",
      details: { sheet: "二", row: 2, columns: ["unit"] },
    });
    expect(await refusalOf(csv("序号,姓名,单位及职务", "1,甲某,滑县财政局局长"))).toEqual({
      code: "roster_missing_columns",
      details: { row: 1, columns: ["unit"], combined: "单位及职务" },
    });
    expect((await refusalOf(csv("序号,单位", "1,滑县")))?.details).toEqual({ row: 1, columns: ["name"] });
  });

  test("nobody below the headings", async () => {
    expect(await refusalOf(csv("姓名,单位", "合计 0 人"))).toEqual({
      code: "roster_no_rows",
      details: { row: 1 },
    });
  });

  test("too many rows, with their number; text beyond the last column, with its place", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`人${index}`, "滑县"]);
    const expected = { code: "roster_too_large", details: { rows: 10_001, rowsMax: 5000 } };
    expect(await refusalOf(csv("姓名,单位", ...rows.map((row) => row.join(","))))).toEqual(expected);
    expect(await refusalOf(await workbook(sheet([["姓名", "单位"], ...rows])))).toEqual({
      ...expected,
      details: { sheet: "名单", ...expected.details },
    });
    const half = [["姓名", "单位"], ...rows.slice(0, 2_600)];
    const twoSheets = await workbook(sheet(half, { name: "一" }), sheet(half, { name: "二" }));
    expect(await refusalOf(twoSheets)).toEqual({
      code: "roster_too_large",
      details: { rows: 5_200, rowsMax: 5000 },
    });
    const zip = workbookZip([sheet([["姓名", "单位"]])]);
    zip.file("xl/worksheets/sheet1.xml", sheetWith('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    expect(await refusalOf(await zipBytes(zip))).toEqual({
      code: "roster_too_large",
      details: { sheet: "名单", row: 1_048_576, column: "XFD", columnsMax: 50 },
    });
  });

  test("5,000 rows are read", async () => {
    const rows = Array.from({ length: 4_999 }, (_, index) => `人${index},滑县`);
    expect((await tableOf(csv("姓名,单位", ...rows))).rows).toHaveLength(4_999);
  });
});
