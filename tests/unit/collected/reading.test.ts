import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { COLLECTED_HEADINGS } from "../../../server/collected/heading-words.ts";
import { collected as en } from "../../../shared/messages/en/collected.ts";
import { collected as zhCN } from "../../../shared/messages/zh-CN/collected.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { listOf, listRefusal, readLines } from "../../support/sample/collected-lines.ts";
import { csv } from "../../support/sample/roster-lines.ts";
import { type SheetSpec, workbook } from "../../support/sample/workbook.ts";

const sheet = (rows: SheetSpec["rows"], more: Partial<SheetSpec> = {}): SheetSpec => ({
  name: "征集",
  rows,
  ...more,
});

describe("headings of lists of questions", () => {
  test("in the words offices use, in any order, in either language", async () => {
    const line = "2 | 滑县 | 刘某 | 资金何时到位 | 难点 | 市财政局";
    for (const headings of [
      "序号,提问单位,提问人,问题,性质,希望答复单位",
      "编号,单位,姓名,内容,类别,责任单位",
      "序号,县（市、区）,联系人,题目,问题性质,对口部门",
      "序号,提出单位（全称）,提出人姓名,具体问题,难点/堵点/痛点,拟答复单位",
      "序号,报送单位,填报人,需要解决的问题,问题类别,建议牵头部门",
      "No.,Asking unit,Asker,Question,Nature,Answering unit",
    ]) {
      expect([headings, await readLines(csv(headings, "1,滑县,刘某,资金何时到位,难点,市财政局"))]).toEqual([
        headings,
        [line],
      ]);
    }
  });

  test("as the blank template has them", () => {
    for (const { fields } of [zhCN, en]) {
      for (const [field, heading] of Object.entries(fields))
        expect([heading, COLLECTED_HEADINGS.fieldOf(heading, () => [])?.field]).toEqual([heading, field]);
    }
  });

  test("under a merged title, over two rows, with columns that are not used told", async () => {
    const file = await workbook(
      sheet(
        [
          ["互动交流会问题征集表"],
          ["序号", "提问人情况", null, "问题", "备注"],
          [null, "单位", "姓名", null, null],
          [1, "滑县", "刘某", "资金何时到位", "急"],
        ],
        { merges: ["A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3"] },
      ),
    );
    expect(await readLines(file)).toEqual(["4 | 滑县 | 刘某 | 资金何时到位 | - | -"]);
    expect((await listOf(file)).sheets[0]?.unusedHeadings).toEqual(["备注"]);
  });

  test("a list without them, and one without questions, are refused with what is missing and where", async () => {
    expect(await listRefusal(csv("滑县,刘某,资金何时到位", "内黄县,王某,土地指标怎么办"))).toEqual({
      code: "list_no_headings",
      details: { sheets: [] },
    });
    expect(
      await listRefusal(
        await workbook(
          sheet([
            ["提问单位", "提问人"],
            ["滑县", "刘某"],
          ]),
        ),
      ),
    ).toEqual({
      code: "list_missing_columns",
      details: { sheet: "征集", row: 1, columns: ["text"] },
    });
    expect(await listRefusal(csv("提问单位,提问人,问题", ",,"))).toEqual({
      code: "list_no_rows",
      details: { row: 1 },
    });
  });

  test("repeated on every page they are no question", async () => {
    const file = csv("序号,单位,问题", "1,滑县,甲问", "序号,单位,问题", "2,滑县,乙问");
    expect(await readLines(file)).toEqual(["2 | 滑县 | - | 甲问 | - | -", "4 | 滑县 | - | 乙问 | - | -"]);
  });
});

describe("rows", () => {
  test("lines within a cell stay, blank rows and prepared numbers are passed over, sums and remarks told", async () => {
    const file = await workbook(
      sheet([
        ["序号", "单位", "问题"],
        [1, "滑县", "第一，资金何时到位？\n第二，由谁负责？"],
        [null, null, null],
        [2],
        ["合计", "1 个单位", "1 个问题"],
        ["注：请于20日前报送。"],
      ]),
    );
    expect(await readLines(file)).toEqual(["2 | 滑县 | - | 第一，资金何时到位？\n第二，由谁负责？ | - | -"]);
    expect((await listOf(file)).sheets[0]?.ignoredRows).toEqual([
      { row: 5, text: "合计" },
      { row: 6, text: "注：请于20日前报送。" },
    ]);
  });

  test("a merged unit speaks for its rows, a blank one in a csv is the one above, 同上 repeats", async () => {
    const merged = await workbook(
      sheet(
        [
          ["单位", "姓名", "问题"],
          ["滑县", "刘某", "甲问"],
          [null, null, "乙问"],
          ["内黄县", "王某", "丙问"],
          ["同上", "同上", "丁问"],
        ],
        { merges: ["A2:A3", "B2:B3"] },
      ),
    );
    expect(await readLines(merged)).toEqual([
      "2 | 滑县 | 刘某 | 甲问 | - | -",
      "3 | 滑县 | 刘某 | 乙问 | - | -",
      "4 | 内黄县 | 王某 | 丙问 | - | -",
      "5 | 内黄县 | 王某 | 丁问 | - | -",
    ]);
    const { rows } = await listOf(csv("单位,姓名,问题", "滑县,刘某,甲问", ",王某,乙问"));
    expect(rows.map(({ cells, notes }) => [cells.askerUnit, notes])).toEqual([
      ["滑县", []],
      ["滑县", ["unit_from_above"]],
    ]);
  });

  test("units that stand as sections speak for the questions below", async () => {
    const file = await workbook(
      sheet(
        [["序号", "问题", "提问人"], ["一、滑县"], [1, "甲问", "刘某"], ["二、内黄县"], [1, "乙问", "王某"]],
        { merges: ["A2:C2", "A4:C4"] },
      ),
    );
    expect(await readLines(file)).toEqual([
      "3 | 滑县 | 刘某 | 甲问 | - | -",
      "5 | 内黄县 | 王某 | 乙问 | - | -",
    ]);
  });

  test("hidden rows are read and marked, hidden sheets and sheets without questions told", async () => {
    const file = await workbook(
      { name: "说明", rows: [["请各单位填报"]] },
      sheet(
        [
          ["单位", "问题"],
          ["滑县", "甲问"],
        ],
        { hiddenRows: [2] },
      ),
      {
        name: "去年",
        rows: [
          ["单位", "问题"],
          ["滑县", "旧问"],
        ],
        state: "hidden",
      },
    );
    const { rows, sheets } = await listOf(file);
    expect(rows.map(({ sheet: name, notes }) => [name, notes])).toEqual([["征集", ["row_hidden"]]]);
    expect(sheets.map(({ outcome, questions }) => `${outcome} ${questions}`)).toEqual([
      "no_table 0",
      "read 1",
      "hidden 0",
    ]);
  });

  test("a long text is not cut, whatever the format", async () => {
    const text = "长".repeat(3000);
    const [first] = (await listOf(csv("单位,问题", `滑县,${text}`))).rows;
    const [second] = (
      await listOf(
        await workbook(
          sheet([
            ["单位", "问题"],
            ["滑县", text],
          ]),
        ),
      )
    ).rows;
    expect([first?.cells.text, second?.cells.text]).toEqual([text, text]);
  });

  test("more than a list may have are refused with their number", async () => {
    const lines = Array.from({ length: LIMITS.collectedRowsMax + 1 }, (_, index) => `滑县,第${index}问`);
    expect(await listRefusal(csv("单位,问题", ...lines))).toEqual({
      code: "list_too_large",
      details: { rows: LIMITS.collectedRowsMax + 1, rowsMax: LIMITS.collectedRowsMax },
    });
  });
});

describe("files as offices make them", () => {
  test("GBK, UTF-16, semicolons, tabs, formulas that keep a text, a quotation mark that is never closed", async () => {
    const line = "2 | 滑县 | 刘某 | 资金何时到位 | - | -";
    const text = "单位,姓名,问题\r\n滑县,刘某,资金何时到位\r\n";
    for (const file of [
      iconv.encode(text, "gbk"),
      iconv.encode(text, "utf-16le", { addBOM: true }),
      iconv.encode(text.replaceAll(",", ";"), "utf-8", { addBOM: true }),
      Buffer.from(text.replaceAll(",", "\t")),
      Buffer.from(text.replace("资金何时到位", '="资金何时到位"')),
    ]) {
      expect(await readLines(file)).toEqual([line]);
    }
    expect(await readLines(csv("单位,姓名,问题", '滑县,刘某,"资金何时到位'))).toEqual([
      '2 | 滑县 | 刘某 | "资金何时到位 | - | -',
    ]);
  });

  test("what is no table, is locked or is a trap is refused by the code of a list", async () => {
    for (const [content, code] of [
      [Buffer.from("%PDF-1.7"), "list_unreadable"],
      [Buffer.from("d0cf11e0a1b11ae1", "hex"), "list_unreadable"],
      [
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
        "list_encrypted",
      ],
      [Buffer.from("PK\u0003\u0004nonsense"), "list_unreadable"],
      [Buffer.from("问".repeat(200_000)), "list_too_large"],
    ] as const) {
      expect((await listRefusal(content))?.code).toBe(code);
    }
  });

  test("a roster is not taken for a list", async () => {
    const roster = await readFile(new URL("../../support/fixtures/office-roster.xlsx", import.meta.url));
    expect((await listRefusal(roster))?.code).toBe("list_missing_columns");
  });
});
