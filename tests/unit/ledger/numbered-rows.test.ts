import { describe, expect, test } from "vitest";
import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { columnAt, edited, withRows } from "../../support/ledger/edited-sheet.ts";
import { csvFileOf, linesOf, planOf, sheetOf } from "../../support/ledger/ledger-file.ts";
import { ledgerSession } from "../../support/ledger/ledger-session.ts";
import { workbook } from "../../support/sample/workbook.ts";

const STATE = ledgerSession();
const SHEET = sheetOf(STATE);
const UNCHANGED = ["1 unchanged", "2 unchanged", "3 unchanged"];
const returned = async (model: SheetModel) => linesOf(await planOf(csvFileOf(model), STATE));
/** The sheet as somebody's own program writes it, by rows of cells. */
const asWorkbook = (model: SheetModel, merges: readonly string[] = []) =>
  workbook({ name: "台账", rows: [model.columns.map(({ heading }) => heading), ...model.rows], merges });

describe("[F1] rows keep their numbers", () => {
  test("sorted, filtered, deleted: each is known, and what is not there stays", async () => {
    const [first = [], second = [], third = []] = edited(SHEET, 2, { personInCharge: "钱程" }).rows;
    expect(await returned(withRows(SHEET, [third, first, second]))).toEqual([
      "3 changed personInCharge=钱程",
      "1 unchanged",
      "2 unchanged",
    ]);
    const plan = await planOf(csvFileOf(withRows(SHEET, [third])), STATE);
    expect([linesOf(plan), plan.absent]).toEqual([["3 changed personInCharge=钱程"], [1, 2]]);
  });

  test("inserted, renumbered, unknown, repeated: each row is answered", async () => {
    const [first = [], second = []] = SHEET.rows;
    const origin = columnAt(SHEET, "origin");
    const inserted = first.map((cell, at) => (at === 0 || at === origin ? "" : cell));
    expect(await returned(withRows(SHEET, [first, inserted]))).toEqual([
      "1 unchanged",
      "- refused number_missing number",
    ]);
    expect(await returned(edited(SHEET, 0, { number: "2" }))).toEqual([
      "2 refused number_differs number",
      "2 unchanged",
      "3 unchanged",
    ]);
    expect((await returned(edited(SHEET, 0, { number: "9", origin: "" })))[0]).toBe(
      "9 refused number_unknown number",
    );
    expect(await returned(withRows(SHEET, [first, first, second]))).toEqual([
      "1 unchanged",
      "1 refused duplicate_row",
      "2 unchanged",
    ]);
    const other = edited(SHEET, 0, { personInCharge: "李明" }).rows[0] ?? [];
    expect(await returned(withRows(SHEET, [first, other]))).toEqual([
      "1 refused duplicate_differs",
      "1 refused duplicate_differs",
    ]);
    expect((await returned(edited(SHEET, 0, { origin: "", text: "别的问题" })))[0]).toBe(
      "1 refused other_matter text",
    );
  });

  test("another session's file is answered so, row by row", async () => {
    const foreign = SHEET.rows.map((row) => row.map((cell) => cell.replace("session-", "another-")));
    expect(await returned(withRows(edited(SHEET, 0, { personInCharge: "李明" }), foreign))).toEqual([
      "1 refused other_session",
      "2 refused other_session",
      "3 refused other_session",
    ]);
  });

  test("merged cells: downwards they say the same of each row, otherwise the row cannot be told", async () => {
    const filled = edited(SHEET, 0, { personInCharge: "李明" });
    const down = await planOf(await asWorkbook(filled, ["I2:I3"]), STATE);
    expect(linesOf(down).slice(0, 2)).toEqual([
      "1 changed personInCharge=李明",
      "2 changed personInCharge=李明",
    ]);
    expect(down.rows[1]?.notes).toEqual(["merged_down"]);
    expect(linesOf(await planOf(await asWorkbook(filled, ["I2:J2"]), STATE))[0]).toBe(
      "1 refused merged_cells",
    );
    expect(linesOf(await planOf(await asWorkbook(filled, ["A2:A3"]), STATE))).toEqual([
      "1 changed personInCharge=李明",
      "1 refused merged_cells",
      "3 unchanged",
    ]);
  });

  test("a row that a filter hides is read, and marked; what lies in other sheets is passed over or read as well", async () => {
    const headings = SHEET.columns.map(({ heading }) => heading);
    const [first = [], second = [], third = []] = edited(SHEET, 1, { personInCharge: "李明" }).rows;
    const file = await workbook(
      { name: "说明", rows: [["请于月底前报送"]] },
      { name: "台账", rows: [headings, first, second], hiddenRows: [3] },
      { name: "另一张", rows: [headings, third] },
      { name: "去年", rows: [headings, first], state: "hidden" },
    );
    const plan = await planOf(file, STATE);
    expect(linesOf(plan)).toEqual(["1 unchanged", "2 changed personInCharge=李明", "3 unchanged"]);
    expect(plan.rows.map(({ sheet, row, notes }) => [sheet, row, notes])).toEqual([
      ["台账", 2, []],
      ["台账", 3, ["row_hidden"]],
      ["另一张", 2, []],
    ]);
  });

  test("headings again on every page, a sum and remarks are no rows", async () => {
    const headings = SHEET.columns.map(({ heading }) => heading);
    const [first = [], second = [], third = []] = SHEET.rows;
    const sum = ["合计", "3 项"];
    expect(
      await returned(withRows(SHEET, [first, headings, second, third, sum, ["注：请于月底前报送"]])),
    ).toEqual(UNCHANGED);
  });
});
