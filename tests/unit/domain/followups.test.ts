import { describe, expect, test } from "vitest";
import { followupRecordId } from "../../../shared/domain/followups/records.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import { given, type Move, played, questionOf, when } from "../../support/sample/question-moves.ts";
import { namedId, personId, ROOMS } from "../../support/sample/sample-session.ts";

const [ONE, TWO] = ["one", "two"].map(namedId) as [string, string];
const opened = (questionId: string, anonymous = false): Move[] => [
  [
    "asker",
    {
      type: "question.ask",
      questionId,
      roomId: ROOMS.plenary,
      text: `问题 ${questionId}`,
      ...(anonymous && { anonymous }),
    },
  ],
  ["moderator", { type: "question.approve", questionId }],
  ["moderator", { type: "question.route", questionId, leadUnit: "市财政局", supportUnits: ["市商务局"] }],
];
const close = (questionId: string): Move => [
  "moderator",
  { type: "question.close", questionId, outcome: "follow-up" },
];
const SEAL: Move = ["organiser", { type: "session.seal" }];
const progress = (who: Move[0], entryId = namedId("entry")): Move => [
  who,
  { type: "followup.progress", followupId: ONE, entryId, text: "已报省厅" },
];
const finish: Move = ["finance", { type: "followup.finish", followupId: ONE, evidence: "豫财〔2026〕8号" }];
const clear = (who: Move[0], reason?: string): Move => [
  who,
  { type: "followup.clear", followupId: ONE, ...(reason !== undefined && { reason }) },
];
const rowOf = (state: ReturnType<typeof given>, id = ONE) => state.find("followup", followupRecordId(id));
const LEDGER = played(given(...opened(ONE), ...opened(TWO)), close(ONE));

describe("[Q5] the ledger", () => {
  test("sealing makes a row of every question still open, with numbers that go on", () => {
    const sealed = played(LEDGER, SEAL);
    expect(rowOf(sealed)).toMatchObject({ number: 1, status: "new" });
    expect(rowOf(sealed, TWO)).toMatchObject({ number: 2, leadUnit: "市财政局", status: "new" });
  });

  test("who asked with and without the name has the row once, as both", () => {
    const asked = given(...opened(ONE), ...opened(TWO, true), [
      "moderator",
      { type: "question.merge", intoId: namedId("joined"), questionIds: [ONE, TWO], text: "合并" },
    ]);
    const row = rowOf(played(asked, close(namedId("joined"))), namedId("joined"));
    if (row === undefined) throw new Error("no row");
    const own = lanes(row, asked).filter(([lane]) => lane === `person:${personId("asker")}`);
    expect(own).toHaveLength(1);
    expect(own[0]?.[1]).toMatchObject({ mine: true, askers: [{ anonymous: false }, { anonymous: true }] });
  });

  test("[V6] the words a row took over go with the answer that is taken back, and come with it; words of somebody stay", () => {
    const answerId = namedId("answer");
    const answer: Move = [
      "finance",
      { type: "answer.post", answerId, questionId: ONE, text: "由一审负责", manner: "written" },
    ];
    const hold = (on: boolean): Move => ["moderator", { type: "answer.hold", answerId, on }];
    const said = played(given(...opened(ONE)), answer, close(ONE));
    expect(rowOf(said)).toMatchObject({ gist: "由一审负责" });
    const held = played(said, hold(true));
    const row = rowOf(held);
    expect(row).toMatchObject({ gist: null });
    expect(row && JSON.stringify(lanes(row, held))).not.toContain("由一审负责");
    expect(rowOf(played(held, hold(false)))).toMatchObject({ gist: "由一审负责" });
    const own: Move = ["moderator", { type: "followup.update", followupId: ONE, gist: "另行答复" }];
    expect(rowOf(played(said, own, hold(true)))).toMatchObject({ gist: "另行答复" });
    expect(rowOf(played(held, own, hold(false)))).toMatchObject({ gist: "另行答复" });
  });

  test("sealed, the ledger goes on and nothing else does", () => {
    const sealed = played(LEDGER, SEAL);
    const done = played(sealed, progress("commerce"), finish);
    expect(rowOf(done)).toMatchObject({ status: "done", evidence: "豫财〔2026〕8号" });
    expect(rowOf(played(done, clear("asker")))).toMatchObject({ status: "cleared", clearReason: null });
    expect(when(sealed, ["moderator", { type: "question.restore", questionId: ONE }])).toEqual({
      refused: "session_sealed",
    });
  });

  test("the asker's side clears only what is done; staff anything, with a reason", () => {
    expect(when(LEDGER, clear("asker"))).toEqual({ refused: "followup_not_done" });
    expect(when(LEDGER, clear("recorder"))).toEqual({ refused: "reason_needed" });
    expect(rowOf(played(LEDGER, clear("recorder", "已并入另一事项")))).toMatchObject({
      status: "cleared",
      clearReason: "已并入另一事项",
    });
    expect(when(LEDGER, clear("stranger"))).toEqual({ refused: "forbidden" });
  });

  test("opened again with a reason, it is under way", () => {
    const again: Move = ["asker", { type: "followup.reopen", followupId: ONE, reason: "仍未到账" }];
    expect(rowOf(played(LEDGER, finish, again))).toMatchObject({
      status: "underway",
      reopenReason: "仍未到账",
    });
    expect(when(LEDGER, again)).toEqual({ refused: "followup_not_done" });
    expect(when(played(LEDGER, finish, clear("asker")), progress("finance"))).toEqual({
      refused: "followup_cleared",
    });
  });

  test("given to another unit, the first no longer sees it; a unit nobody is in is refused", () => {
    const update = (leadUnit: string): Move => [
      "recorder",
      { type: "followup.update", followupId: ONE, leadUnit, supportUnits: [], personInCharge: "周局长" },
    ];
    const moved = rowOf(played(LEDGER, update("市发改委")));
    if (moved === undefined) throw new Error("no row");
    const seen = lanes(moved, LEDGER).map(([lane]) => lane);
    expect(seen).toContain("unit:市发改委");
    expect(seen).not.toContain("unit:市财政局");
    expect(when(LEDGER, update("市气象局"))).toEqual({ refused: "unit_unknown" });
  });

  test("who asked without the name is told to staff alone", () => {
    const state = played(given(...opened(ONE, true)), close(ONE));
    const row = rowOf(state);
    if (row === undefined) throw new Error("no row");
    const views = new Map(lanes(row, state));
    expect(views.get("staff")).toMatchObject({ askerUnits: ["文峰区财政局"] });
    expect(views.get("unit:市财政局")).toMatchObject({ askerUnits: [] });
    expect(JSON.stringify(views.get("unit:市财政局"))).not.toContain(personId("asker"));
  });

  test("taken up again, a question takes its untouched row with it", () => {
    const restore: Move = ["moderator", { type: "question.restore", questionId: ONE }];
    const back = played(LEDGER, restore);
    expect(questionOf(back, ONE)?.status).toBe("routed");
    expect(rowOf(back)).toBeUndefined();
    expect(rowOf(played(LEDGER, progress("finance"), restore))).toMatchObject({ status: "underway" });
  });
});
