import fc from "fast-check";
import { expect, test } from "vitest";
import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { edited, withRows } from "../../support/ledger/edited-sheet.ts";
import { csvFileOf, imported, planOf, sheetOf, xlsxOf } from "../../support/ledger/ledger-file.ts";
import { ledgerSession, ONE, progressIn, rowIn, THREE, TWO } from "../../support/ledger/ledger-session.ts";

const STATE = ledgerSession();
const SHEET = sheetOf(STATE);
const IDS = [ONE, TWO, THREE];

/** What an office writes into one cell, and what is to become of it; null where the row has to be refused. */
const CELLS = [
  { cells: { personInCharge: "李明" }, becomes: { personInCharge: "李明" } },
  { cells: { personInCharge: "  王 建国\r\n" }, becomes: { personInCharge: "王 建国" } },
  { cells: { leaderInCharge: "-张志远" }, becomes: { leaderInCharge: "-张志远" } },
  { cells: { due: "2027/3/31" }, becomes: { dueAt: Date.UTC(2027, 2, 31, 15, 59) } },
  { cells: { due: "46477" }, becomes: { dueAt: Date.UTC(2027, 2, 31, 15, 59) } },
  { cells: { gist: "=1+1\n\n第二行 𠮷" }, becomes: { gist: "=1+1\n\n第二行 𠮷" } },
  { cells: { supportUnits: "" }, becomes: { supportUnits: [] } },
  { cells: { status: "办结", evidence: "批复" }, becomes: { status: "done", evidence: "批复" } },
  { cells: { due: "待定" }, becomes: null },
  { cells: { status: "已办结" }, becomes: null },
  { cells: { leadUnit: "某局" }, becomes: null },
] as const;

interface Edit {
  readonly row: number;
  readonly what: (typeof CELLS)[number];
}

const editing = fc.record({
  edits: fc.uniqueArray(fc.record({ row: fc.nat({ max: 2 }), what: fc.constantFrom(...CELLS) }), {
    selector: ({ row }) => row,
    maxLength: 3,
  }),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
  isXlsx: fc.boolean(),
});

test("[F2] exactly what offices wrote is taken, or told why not, however rows were sorted and deleted", async () => {
  await fc.assert(
    fc.asyncProperty(editing, async ({ edits, order, isXlsx }) => {
      const filled = edits.reduce(
        (sheet: SheetModel, { row, what }) => edited(sheet, row, what.cells),
        SHEET,
      );
      const model = withRows(
        filled,
        order.map((row) => filled.rows[row] ?? []),
      );
      // A date column of the writer takes days alone.
      const takesDays = edits.every(({ what }) => !("due" in what.cells));
      const file = isXlsx && takesDays ? await xlsxOf(model) : csvFileOf(model);
      const plan = await planOf(file, STATE);
      const after = imported(plan, STATE);
      expect(plan.rows.map(({ number }) => number)).toEqual(order.map((row) => row + 1));
      for (const [row, id] of IDS.entries()) {
        const edit = order.includes(row) ? edits.find((one: Edit) => one.row === row) : undefined;
        const result = plan.rows.find(({ number }) => number === row + 1)?.result;
        const { rev: _rev, ...before } = rowIn(STATE, id);
        const { rev: _after, ...now } = rowIn(after, id);
        const becomes = edit === undefined ? {} : edit.what.becomes;
        if (becomes === null) expect(result).toBe("refused");
        if (becomes === null || edit === undefined) expect(now).toEqual(before);
        else expect(now).toMatchObject(becomes);
        expect(progressIn(after, id)).toEqual(progressIn(STATE, id));
      }
    }),
    { numRuns: 25 },
  );
});
