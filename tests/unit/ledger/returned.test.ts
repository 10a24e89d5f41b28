import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../server/tables/xlsx-workbook.ts";
import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { LEDGER_IMPORT_RECORD_ID } from "../../../shared/domain/followups/records.ts";
import { tidyLedgerText } from "../../../shared/domain/ledger/text.ts";
import { bareFields } from "../../../shared/domain/record-base.ts";
import { edited, withoutColumns } from "../../support/ledger/edited-sheet.ts";
import { csvFileOf, imported, linesOf, planOf, sheetOf, xlsxOf } from "../../support/ledger/ledger-file.ts";
import {
  DUE_AT,
  ledgerSession,
  ONE,
  progressIn,
  QUESTIONS,
  rowIn,
  THREE,
  TWO,
} from "../../support/ledger/ledger-session.ts";
import { type Move, played, when } from "../../support/sample/question-moves.ts";
import { actor, namedId, personId, ROOMS } from "../../support/sample/sample-session.ts";

const STATE = ledgerSession();
const SHEET = sheetOf(STATE);
const UNCHANGED = ["1 unchanged", "2 unchanged", "3 unchanged"];
const returned = async (model: SheetModel, state = STATE, more: Parameters<typeof planOf>[2] = {}) =>
  linesOf(await planOf(csvFileOf(model), state, more));
const PAYLOADS = [
  '=HYPERLINK("http://127.0.0.1/x")',
  "=cmd|' /C calc'!A0",
  '＝WEBSERVICE("http://127.0.0.1")',
  "+1+1",
  "-2+3",
  "@SUM(1+1)",
  "'=1",
  "''+1",
  '="01"',
  "<script>alert(1)</script>",
  "]]> &lt; &amp; &#0; <f>1+1</f>",
  "_x000D_ _x0041_",
  '含"引号"，和,逗号;分号|竖线',
  "第一行\n=第二行\n\n第四行",
  "00123 1E5 2026-11-30",
  "😀 𠮷 㐂 é עברית",
];

describe("[F1] a ledger that comes back as it went out", () => {
  test("changes nothing, as .xlsx and as .csv, whatever has been done here meanwhile", async () => {
    for (const file of [await xlsxOf(SHEET), csvFileOf(SHEET)]) {
      expect(linesOf(await planOf(file, STATE))).toEqual(UNCHANGED);
      const later = played(
        STATE,
        ["recorder", { type: "followup.update", followupId: ONE, personInCharge: "李明", dueAt: DUE_AT + 1 }],
        ["finance", { type: "followup.finish", followupId: TWO, evidence: "批复" }],
      );
      expect(linesOf(await planOf(file, later))).toEqual(UNCHANGED);
    }
  });

  test("a cell that is as it went out says nothing, also where nobody would know its unit any more", async () => {
    const gone = played(
      STATE,
      ["recorder", { type: "followup.update", followupId: ONE, leadUnit: "市发改委" }],
      ["recorder", { type: "followup.update", followupId: TWO, leadUnit: "市发改委" }],
      ["organiser", { type: "person.remove", personId: personId("finance") }],
      ["organiser", { type: "person.remove", personId: personId("financeToo") }],
    );
    expect(await returned(SHEET, gone)).toEqual(UNCHANGED);
  });

  test("the same ledger is the same bytes", async () => {
    expect((await xlsxOf(sheetOf(STATE))).equals(await xlsxOf(sheetOf(ledgerSession())))).toBe(true);
  });
});

describe("[F2] what a unit has filled in", () => {
  test("is taken: people, dates, progress, a state with its evidence", async () => {
    const filled = edited(
      edited(SHEET, 0, {
        personInCharge: "李明",
        due: "2027年1月15日前",
        progress: "1月1日 市财政局：已报省厅\n省厅已受理",
      }),
      1,
      { status: "已办结", evidence: "豫财〔2026〕8号", progress: "已办好" },
    );
    const plan = await planOf(csvFileOf(filled), STATE);
    expect(linesOf(plan)).toEqual([
      "1 changed personInCharge=李明 due=2027-01-15 progress=省厅已受理",
      "2 changed status=已办结 evidence=豫财〔2026〕8号 progress=已办好",
      "3 unchanged",
    ]);
    const state = imported(plan, STATE, { now: 9_000 });
    expect(rowIn(state, ONE)).toMatchObject({ personInCharge: "李明", dueAt: Date.UTC(2027, 0, 15, 15, 59) });
    expect(progressIn(state, ONE)).toEqual(["已报省厅", "省厅已受理"]);
    expect(rowIn(state, TWO)).toMatchObject({ status: "done", evidence: "豫财〔2026〕8号" });
    // The same file once more doubles nothing.
    expect(linesOf(await planOf(csvFileOf(filled), state))).toEqual(UNCHANGED);
  });

  test("progress is added however it is written, and nothing that was reported is taken back", async () => {
    const written = [
      ["省厅已受理", "省厅已受理"],
      ["1月1日 市财政局：已报省厅，省厅已受理", "省厅已受理"],
      ["1月1日 市财政局：已报省厅\r\n\r\n省厅已受理", "省厅已受理"],
      ["已报省厅\n省厅已受理", "省厅已受理"],
      ["", null],
      ["已报省厅", null],
    ] as const;
    for (const [progress, added] of written) {
      const [first] = await returned(edited(SHEET, 0, { progress }));
      expect([progress, first]).toEqual([
        progress,
        added === null ? "1 unchanged" : `1 changed progress=${added}`,
      ]);
    }
  });

  test("units in the words of offices, several in a cell; a due date that is wiped out is none", async () => {
    const filled = edited(SHEET, 0, { leadUnit: "发改委", supportUnits: "市商务局；市财政局", due: "" });
    const plan = await planOf(csvFileOf(filled), STATE);
    expect(linesOf(plan)[0]).toBe("1 changed leadUnit=市发改委 supportUnits=市商务局、市财政局 due=");
    expect(plan.rows[0]?.notes).toEqual(["unit_guessed"]);
    expect(rowIn(imported(plan, STATE), ONE)).toMatchObject({
      leadUnit: "市发改委",
      supportUnits: ["市商务局", "市财政局"],
      dueAt: null,
    });
  });

  test("staff clear and reopen with what the asker's side says of it, and otherwise it is noted as unused", async () => {
    const done = played(STATE, ["finance", { type: "followup.finish", followupId: ONE, evidence: "批复" }]);
    const cleared = await planOf(
      csvFileOf(edited(sheetOf(done), 0, { status: "销号", opinion: "满意" })),
      done,
    );
    expect(linesOf(cleared)[0]).toBe("1 changed status=已销号");
    const after = imported(cleared, done);
    expect(rowIn(after, ONE)).toMatchObject({ status: "cleared", clearReason: "满意" });
    const again = await planOf(
      csvFileOf(edited(sheetOf(after), 0, { status: "推进中", opinion: "资金未到" })),
      after,
    );
    expect(rowIn(imported(again, after), ONE)).toMatchObject({
      status: "underway",
      reopenReason: "资金未到",
    });
    const said = await planOf(csvFileOf(edited(SHEET, 0, { opinion: "满意", nature: "堵点" })), STATE);
    expect(linesOf(said)[0]).toBe("1 unchanged");
    expect(said.rows[0]?.notes).toEqual(["told_only", "opinion_unused"]);
  });

  test("what cannot be is answered row by row, and nothing of that row is taken", async () => {
    const wrong: [Parameters<typeof edited>[2], string][] = [
      [{ due: "尽快" }, "date_unreadable due"],
      [{ status: "差不多了" }, "status_unknown status"],
      [{ status: "新增" }, "status_back status"],
      [{ status: "已办结" }, "evidence_missing evidence"],
      [{ status: "已销号" }, "opinion_missing opinion"],
      [{ leadUnit: "市气象局" }, "unit_unknown leadUnit"],
      [{ text: "" }, "text_missing text"],
      [{ gist: "长".repeat(2001) }, "too_long gist"],
      [{ evidence: "#N/A" }, "formula_error evidence"],
      [{ personInCharge: "\uFFFD\uFFFD" }, "text_unreadable personInCharge"],
    ];
    for (const [cells, reason] of wrong) {
      const plan = await planOf(csvFileOf(edited(SHEET, 0, { ...cells, leaderInCharge: "王局长" })), STATE);
      expect([cells, linesOf(plan)[0]]).toEqual([cells, `1 refused ${reason}`]);
      expect(plan.imported).toEqual([]);
    }
    expect((await returned(edited(SHEET, 1, { status: "推进中" })))[1]).toBe(
      "2 refused progress_missing progress",
    );
    expect((await returned(edited(SHEET, 1, { status: "推进中", progress: "开过会" })))[1]).toBe(
      "2 changed status=推进中 progress=开过会",
    );
  });

  test("whatever a text is, it is text in every column on the way out, and the same on the way back", async () => {
    for (const payload of PAYLOADS) {
      const [text, gist, evidence] = [payload, `${payload}\n${payload}`, payload];
      const state = played(
        STATE,
        ["recorder", { type: "followup.update", followupId: ONE, text, gist, evidence }],
        ["recorder", { type: "followup.update", followupId: ONE, personInCharge: payload.slice(0, 30) }],
      );
      const [csv, xlsx] = [csvFileOf(sheetOf(state)), await xlsxOf(sheetOf(state))];
      const cells = (parse(csv, { bom: true }) as string[][]).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
      const [grid] = await readWorkbook(xlsx);
      expect(
        grid?.rows.some(({ cells: [, first] }) => tidyLedgerText(first ?? "") === tidyLedgerText(text)),
      ).toBe(true);
      for (const file of [csv, xlsx])
        expect([payload, linesOf(await planOf(file, state))]).toEqual([payload, UNCHANGED]);
    }
  });
});

describe("[F3] where both were changed", () => {
  const later = played(STATE, [
    "recorder",
    { type: "followup.update", followupId: ONE, personInCharge: "张志远" },
  ]);
  const filled = edited(SHEET, 0, { personInCharge: "李明", leaderInCharge: "王局长" });
  const rev = rowIn(later, ONE).rev;

  test("what is here stays, all else of the row is taken", async () => {
    const plan = await planOf(csvFileOf(filled), later);
    expect(linesOf(plan)[0]).toBe("1 conflict changed_here personInCharge?=李明 leaderInCharge=王局长");
    expect(rowIn(imported(plan, later), ONE)).toMatchObject({
      personInCharge: "张志远",
      leaderInCharge: "王局长",
    });
  });

  test("whoever imports chooses the file, or what is here, for the row as it was seen", async () => {
    const chosen = async (take: "file" | "here", seen = rev) => {
      const plan = await planOf(csvFileOf(filled), later, {
        decisions: { rows: [{ number: 1, rev: seen, take }] },
      });
      return [plan.rows[0]?.result, rowIn(imported(plan, later), ONE).personInCharge];
    };
    expect(await chosen("file")).toEqual(["changed", "李明"]);
    expect(await chosen("here")).toEqual(["changed", "张志远"]);
    expect(await chosen("file", rev - 1)).toEqual(["conflict", "张志远"]);
  });

  test("changed to the same it is no conflict", async () => {
    expect((await returned(edited(SHEET, 0, { personInCharge: "张志远" }), later))[0]).toBe("1 unchanged");
  });

  test("where the origin is lost everything that differs waits, and blanks say nothing", async () => {
    const lost = withoutColumns(edited(SHEET, 0, { personInCharge: "李明", due: "" }), "origin");
    expect(await returned(lost)).toEqual([
      "1 conflict origin_unknown personInCharge?=李明",
      "2 unchanged",
      "3 unchanged",
    ]);
  });

  test("a row that changed since it was planned refuses the whole import", async () => {
    const plan = await planOf(csvFileOf(edited(filled, 1, { personInCharge: "甲" })), STATE);
    expect(
      when(later, [
        "organiser",
        { type: "ledger.import", importId: namedId("import"), rows: [...plan.imported] },
      ]),
    ).toEqual({
      refused: "followup_changed",
    });
  });
});

describe("[F2] an import taken back", () => {
  const filled = edited(edited(SHEET, 0, { personInCharge: "李明", progress: "省厅已受理" }), 1, {
    progress: "开过会",
  });
  const importIdOf = (state: typeof STATE) =>
    state.find("ledgerImport", LEDGER_IMPORT_RECORD_ID)?.importId ?? "";
  const back = (state: typeof STATE): Move => [
    "recorder",
    { type: "ledger.withdraw", importId: importIdOf(state) },
  ];

  test("leaves everything as if it had never come, but for what was worked on since", async () => {
    const taken = imported(await planOf(csvFileOf(filled), STATE), STATE);
    const undone = played(taken, back(taken));
    for (const id of [ONE, TWO, THREE]) {
      expect(bareFields(rowIn(undone, id))).toEqual(bareFields(rowIn(STATE, id)));
      expect(progressIn(undone, id)).toEqual(progressIn(STATE, id));
    }
    const worked = played(taken, [
      "finance",
      { type: "followup.progress", followupId: TWO, entryId: namedId("later"), text: "又开过会" },
    ]);
    const partly = played(worked, back(worked));
    expect(rowIn(partly, ONE)).toMatchObject({ personInCharge: null });
    expect(progressIn(partly, TWO)).toEqual(["开过会", "又开过会"]);
  });

  test("is the last one alone, by staff or by whoever brought it, once", async () => {
    const finance = { actor: actor("finance") };
    const own = await planOf(csvFileOf(edited(SHEET, 0, { progress: "省厅已受理" })), STATE, finance);
    const taken = imported(own, STATE, finance);
    const [, command] = back(taken);
    expect(when(taken, ["commerce", command])).toEqual({ refused: "forbidden" });
    expect(when(taken, ["finance", command])).toEqual({ changes: 2 });
    expect(when(played(taken, ["finance", command]), ["recorder", command])).toEqual({
      refused: "nothing_to_undo",
    });
    expect(when(taken, ["recorder", { type: "ledger.withdraw", importId: namedId("other") }])).toEqual({
      refused: "nothing_to_undo",
    });
  });
});

describe("[F4] a file can do no more than whoever brings it", () => {
  const finance = { actor: actor("finance") };

  test("a unit's people have the rows of their unit, and of them what they may do by hand", async () => {
    const filled = edited(
      edited(edited(SHEET, 0, { progress: "省厅已受理" }), 1, { status: "已办结", evidence: "批复" }),
      2,
      {
        progress: "不是我们的",
      },
    );
    expect(await returned(filled, STATE, finance)).toEqual([
      "1 changed progress=省厅已受理",
      "2 changed status=已办结 evidence=批复",
      "3 refused not_yours",
    ]);
    expect((await returned(edited(SHEET, 0, { personInCharge: "李明" }), STATE, finance))[0]).toBe(
      "1 refused not_yours",
    );
    const sealed = played(STATE, ["organiser", { type: "session.seal" }]);
    const plan = await planOf(csvFileOf(filled), sealed, finance);
    expect(rowIn(imported(plan, sealed, finance), TWO)).toMatchObject({ status: "done" });
  });

  test("of rows that are not theirs nothing is told, nor given out", async () => {
    const plan = await planOf(csvFileOf(edited(SHEET, 2, { text: "" })), STATE, finance);
    expect(JSON.stringify(plan.rows[2])).not.toContain(QUESTIONS[2]);
    expect(plan.absent).toEqual([]);
    expect(sheetOf(STATE, "市财政局").rows.map(([number]) => number)).toEqual(["1", "2"]);
    expect(sheetOf(STATE, "市商务局").rows).toHaveLength(3);
  });

  test("a support unit reports and does not finish; a step of a row that is not its own refuses all", async () => {
    const commerce = { actor: actor("commerce") };
    expect((await returned(edited(SHEET, 0, { progress: "已配合" }), STATE, commerce))[0]).toBe(
      "1 changed progress=已配合",
    );
    expect(
      (await returned(edited(SHEET, 1, { status: "已办结", evidence: "批复" }), STATE, commerce))[1],
    ).toBe("2 refused not_yours");
    const steps = [{ type: "followup.update", followupId: THREE, gist: "越权" } as const];
    const rows = [{ followupId: ONE, rev: rowIn(STATE, ONE).rev, steps }];
    expect(when(STATE, ["finance", { type: "ledger.import", importId: namedId("import"), rows }])).toEqual({
      refused: "bad_request",
    });
  });

  test("who asked and supports it clears a row once it is done; before that the row alone is refused", async () => {
    const asker = { actor: actor("asker") };
    const supportUnits = ["文峰区财政局"];
    const state = played(
      STATE,
      ["recorder", { type: "followup.update", followupId: ONE, supportUnits }],
      ["recorder", { type: "followup.update", followupId: TWO, supportUnits }],
    );
    const filled = (of: typeof STATE) =>
      edited(edited(sheetOf(of), 0, { status: "已销号", opinion: "满意" }), 1, { progress: "已配合" });
    expect(await returned(filled(state), state, asker)).toEqual([
      "1 refused not_done",
      "2 changed progress=已配合",
      "3 refused not_yours",
    ]);
    const done = played(state, ["finance", { type: "followup.finish", followupId: ONE, evidence: "批复" }]);
    expect((await returned(filled(done), done, asker))[0]).toBe("1 changed status=已销号");
  });

  test("what a step is refused for that no office could mend refuses its row, and no other", async () => {
    const filled = edited(edited(SHEET, 0, { progress: "省厅已受理" }), 1, { personInCharge: "李明" });
    const plan = await planOf(csvFileOf(filled), STATE, { newId: () => namedId("entry") });
    expect(linesOf(plan)).toEqual(["1 refused not_possible", "2 changed personInCharge=李明", "3 unchanged"]);
  });

  test("nobody who asked without the name stands in the file", () => {
    const asked = {
      type: "question.ask",
      roomId: ROOMS.plenary,
      text: "不留名的问题",
      anonymous: true,
    } as const;
    const questionId = namedId("hidden");
    const state = ledgerSession(
      ["stranger", { ...asked, questionId }],
      ["moderator", { type: "question.approve", questionId }],
      ["moderator", { type: "question.route", questionId, leadUnit: "市财政局" }],
      ["moderator", { type: "question.close", questionId, outcome: "follow-up" }],
    );
    const { rows } = sheetOf(state);
    expect(rows.map((row) => row.slice(2, 4))).toEqual([
      ...Array.from({ length: 3 }, () => ["文峰区财政局", "郑文海"]),
      ["未公开", "未公开"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("内黄县政府");
  });
});
