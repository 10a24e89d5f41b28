import { expect, test } from "vitest";
import { linesOf, planOf, sheetOf, xlsxOf } from "../../support/ledger/ledger-file.ts";
import { DUE_AT, ledgerSession, THREE, TWO } from "../../support/ledger/ledger-session.ts";
import {
  filledByOpenpyxl,
  installedSheetReaders,
  readWithOpenpyxl,
  savedByOffice,
} from "../../support/ledger/sheet-readers.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

const READERS = await installedSheetReaders();
const STATE = ledgerSession(
  ["recorder", { type: "followup.update", followupId: TWO, dueAt: DUE_AT, gist: "=1+1\n'00123" }],
  ["recorder", { type: "followup.update", followupId: THREE, gist: "@SUM(A1:A9) 㐂𠮷 “引号” …… 🙂" }],
);
const UNCHANGED = ["1 unchanged", "2 unchanged", "3 unchanged"];
const STATES = '"新增,推进中,已办结,已销号"';

const CHECKS = {
  openpyxl: async () => {
    const file = await xlsxOf(sheetOf(STATE));
    const reading = await readWithOpenpyxl(file, await tempDirectory());
    expect(reading).toMatchObject({
      sheets: [
        ["问题台账", "visible"],
        ["选项", "hidden"],
      ],
      frozen: "C4",
      filter: "A3:O6",
      print: ["landscape", 9, 1, 0, true, "$3:$3", "第 &P 页，共 &N 页"],
      hidden: ["P"],
    });
    const [unit, support, date, state] = reading.validations;
    expect(unit).toEqual(["G4:G6", "list", expect.stringContaining("市财政局,市商务局"), true]);
    expect(support).toEqual(["H4:H6", "list", expect.stringContaining("市财政局,市商务局"), false]);
    expect(date).toEqual(["K4:K6", "date", "36526", true]);
    expect(state).toEqual(["M4:M6", "list", STATES, true]);
    const [[range, lamps] = ["", []]] = reading.lamps;
    expect(range).toBe("K4:K6");
    expect(lamps.map(([formula]) => formula)).toEqual([
      'AND(ISNUMBER($K4),$M4<>"已销号",$K4-TODAY()<0)',
      'AND(ISNUMBER($K4),$M4<>"已销号",$K4-TODAY()>=0,$K4-TODAY()<=3)',
      'AND(ISNUMBER($K4),$M4<>"已销号",$K4-TODAY()>3)',
    ]);
    expect(new Set(lamps.map(([, colour]) => colour)).size).toBe(3);
    const kinds = new Set(reading.cells.flat().map(([kind]) => kind));
    expect([...kinds].sort()).toEqual(["d", "n", "s"]);
    expect(reading.cells[1]).toContainEqual(["s", "=1+1\n'00123"]);
    expect(reading.cells[1]).toContainEqual(["d", "2026-12-31 00:00:00"]);
    const filled = { I4: "李明", K5: { date: "2027-01-15" }, L6: "已对接", M6: "推进中" };
    const back = await filledByOpenpyxl(file, filled, await tempDirectory());
    expect(linesOf(await planOf(back, STATE))).toEqual([
      "1 changed personInCharge=李明",
      "2 changed due=2027-01-15",
      "3 changed status=推进中 progress=已对接",
    ]);
  },
  libreoffice: async () => {
    const file = await xlsxOf(sheetOf(STATE));
    for (const format of ["xlsx", "csv"] as const) {
      const saved = await savedByOffice(file, format, await tempDirectory());
      expect([format, linesOf(await planOf(saved, STATE))]).toEqual([format, UNCHANGED]);
    }
  },
};

for (const reader of READERS) {
  test(`[F1] ${reader} reads what was written, and what it saves is known again`, CHECKS[reader], 240_000);
}

test("where the project is checked, every reader of workbooks is there", () => {
  if (process.env.CI !== undefined) expect([...READERS].sort()).toEqual(["libreoffice", "openpyxl"]);
  expect(READERS.size).toBeLessThanOrEqual(Object.keys(CHECKS).length);
});
