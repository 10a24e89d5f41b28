import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { makeByUnit } from "../../../server/documents/make-by-unit.ts";
import { makeAttendanceSheet } from "../../../server/documents/make-sheet.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { withSetup } from "../../support/documents/built-model.ts";
import { WHOLE_EVENING } from "../../support/documents/documents-evening.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { SHIPPED_ONLY } from "../../support/sample/shipped-font-places.ts";

const { options } = WHOLE_EVENING;

async function byUnit(records: readonly AnyRecord[] = WHOLE_EVENING.records): Promise<Uint8Array> {
  const task = { records, options, fontPlaces: SHIPPED_ONLY };
  return (await makeByUnit(task, () => {})).bytes;
}

async function attendance(records: readonly AnyRecord[] = WHOLE_EVENING.records): Promise<Uint8Array> {
  return (await makeAttendanceSheet({ records, options })).bytes;
}

async function textsIn(zip: JSZip, name: string): Promise<string> {
  const docx = await openDocx((await zip.file(name)?.async("uint8array")) ?? new Uint8Array());
  return textOf(docx.part("word/document.xml"));
}

/** Cells of the first sheet by row, as text, and the formulas there are. */
async function sheetIn(bytes: Uint8Array): Promise<{ rows: string[][]; formulas: number; xml: string }> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
  const shared = [
    ...((await zip.file("xl/sharedStrings.xml")?.async("string")) ?? "").matchAll(/<si>(.*?)<\/si>/gsu),
  ].map(([, si = ""]) => si.replace(/<[^>]+>/gu, ""));
  const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gsu)].map(([, row = ""]) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gsu)].map(([cell, inner = ""]) => {
      const value = inner.replace(/<[^>]+>/gu, "");
      return cell.includes('t="s"') ? (shared[Number(value)] ?? "") : value;
    }),
  );
  return { rows, formulas: xml.split("<f>").length - 1, xml };
}

describe("[X20] a file a unit", () => {
  test("each has its own matters alone, called by its place and name, in the same bytes each time", async () => {
    const bytes = await byUnit();
    expect(Buffer.from(bytes).equals(await byUnit([...WHOLE_EVENING.records].reverse()))).toBe(true);
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files);
    expect(names).toEqual(["1 市财政局.docx", "2 市发展改革委.docx", "3 市商务局.docx"]);
    for (const name of names) {
      const text = await textsIn(zip, name);
      expect(text.split("签收人（签字）").length - 1, name).toBe(1);
      expect(text).toContain(name.slice(2, -5));
    }
  });

  test("a unit whose page is hidden has none", async () => {
    const { records } = withSetup(WHOLE_EVENING, "assignments", { hidden: ["unit:市发展改革委"] });
    expect(Object.keys((await JSZip.loadAsync(await byUnit(records))).files)).toEqual([
      "1 市财政局.docx",
      "2 市商务局.docx",
    ]);
  });

  test("where no unit has anything to do there is the one that says so", async () => {
    const zip = await JSZip.loadAsync(
      await byUnit(WHOLE_EVENING.records.filter(({ kind }) => kind !== "question" && kind !== "followup")),
    );
    const [name = "", ...more] = Object.keys(zip.files);
    expect(more).toEqual([]);
    expect(await textsIn(zip, name)).toContain("没有要交办的事项。");
  });

  test("a unit of whatever name is a file in the zip's own folder", async () => {
    const records = WHOLE_EVENING.records.map(
      (record) =>
        JSON.parse(JSON.stringify(record).replaceAll("市财政局", "../../CON:\\\\市|财政局")) as AnyRecord,
    );
    const names = Object.keys((await JSZip.loadAsync(await byUnit(records))).files);
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^\d [^/\\:|]+\.docx$/u);
  });
});

describe("[X20] the attendance as a sheet", () => {
  test("everybody by 排序号 with times, leave and a column to sign in; printed with its headings", async () => {
    const { rows, xml } = await sheetIn(await attendance());
    const [, , head, ...people] = rows;
    expect(head).toEqual(["序号", "单位", "姓名", "职务", "签到时间", "离场时间", "备注", "签名"]);
    expect(people.map(([position]) => position)).toEqual(people.map((_, index) => String(index + 1)));
    expect(people).toContainEqual(["6", "文峰区财政局", "孟庆华", "副局长", "19:30", "20:30", "", ""]);
    expect(people.map((row) => row[6])).toContain("请假\n副区长 白雪替会");
    expect(xml).toContain('fitToPage="1"');
    expect(xml).toContain("<oddFooter>");
  });

  test("no name is a formula, whatever it begins with", async () => {
    const hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"];
    const records = WHOLE_EVENING.records.map((record, index) =>
      record.kind === "person"
        ? { ...record, name: hostile[index % hostile.length] ?? "", unit: "=HYPERLINK(1)" }
        : record,
    );
    const { rows, formulas } = await sheetIn(await attendance(records));
    expect(formulas).toBe(0);
    const names = new Set(rows.slice(3).map((row) => row[2]?.trim()));
    for (const name of hostile) expect(names).toContain(name.trim());
  });

  test("the same session gives the same bytes, one without people says so", async () => {
    expect(
      Buffer.from(await attendance()).equals(await attendance([...WHOLE_EVENING.records].reverse())),
    ).toBe(true);
    const { rows } = await sheetIn(
      await attendance(WHOLE_EVENING.records.filter(({ kind }) => kind !== "person")),
    );
    expect(rows[1]).toEqual(["名单里还没有人。"]);
  });
});
