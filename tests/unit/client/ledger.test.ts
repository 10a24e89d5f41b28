import { describe, expect, test } from "vitest";
import {
  changesTo,
  readChanges,
  updateOf,
  valuesOf,
} from "../../../client/features/followups/edit-values.ts";
import {
  filterBy,
  type LedgerFilter,
  NO_FILTER,
  sortRows,
  unitsIn,
} from "../../../client/features/followups/ledger-rows.ts";
import { ACTS, fits, nextAct } from "../../../client/features/followups/use-followup-acts.ts";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { followupRecord } from "../../support/storage/journal-batches.ts";

const at = (beijing: string) => Date.parse(`${beijing}+08:00`);
const NOW = at("2025-11-26T10:00");

function row(number: number, more: Partial<FollowupView> = {}): FollowupView {
  const { askers: _askers, ...record } = followupRecord(`f${number}`, { number });
  return { ...record, askerUnits: [], ...more } as FollowupView;
}

const ROWS = [
  row(3, { leadUnit: "市商务局", supportUnits: ["市财政局"] }),
  row(1, { dueAt: at("2025-11-30T23:59"), leadUnit: "市财政局", personInCharge: "李明" }),
  row(2, { dueAt: at("2025-11-20T23:59"), text: "保税物流中心怎么推？", askerUnits: ["滑县政府"] }),
];

describe("the rows of the ledger", () => {
  const kept = (filter: Partial<LedgerFilter>) =>
    sortRows(ROWS, "number")
      .filter(filterBy({ ...NO_FILTER, ...filter }, NOW))
      .map(({ number }) => number);

  test("are found by a unit that leads or supports", () => {
    expect(kept({ unit: "市财政局" })).toEqual([1, 3]);
    expect(kept({ unit: "市商务局" })).toEqual([3]);
  });

  test("are found by state and by lamp", () => {
    expect(kept({ status: "new" })).toEqual([1, 2, 3]);
    expect(kept({ status: "done" })).toEqual([]);
    expect(kept({ lamp: "overdue" })).toEqual([2]);
    expect(kept({ lamp: "onTime" })).toEqual([1]);
    expect(kept({ lamp: "none" })).toEqual([3]);
  });

  test("are found by what stands in them", () => {
    expect(kept({ search: " 物流 " })).toEqual([2]);
    expect(kept({ search: "李明" })).toEqual([1]);
    expect(kept({ search: "滑县" })).toEqual([2]);
    expect(kept({ search: "" })).toEqual([1, 2, 3]);
  });

  test("stand by number, or what is due first at the top and without a date last", () => {
    expect(sortRows(ROWS, "number").map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(sortRows(ROWS, "due").map(({ number }) => number)).toEqual([2, 1, 3]);
  });

  test("name each unit once", () => {
    expect(unitsIn(ROWS)).toEqual(["市财政局", "市商务局"]);
  });
});

describe("the form about a row", () => {
  const before = valuesOf(row(1, { dueAt: at("2025-11-30T23:59"), gist: "先办" }));

  test("shows the due day in Beijing time and nothing as nothing", () => {
    expect(before).toMatchObject({ due: "2025-11-30", gist: "先办", personInCharge: "", leadUnit: null });
  });

  test("sends only what was changed; what was emptied is null", () => {
    const values = { ...before, gist: " ", due: "2025-12-05", supportUnits: ["市财政局"] };
    expect(updateOf("f1", changesTo(before, values))).toEqual({
      type: "followup.update",
      followupId: "f1",
      gist: null,
      supportUnits: ["市财政局"],
      dueAt: at("2025-12-05T23:59"),
    });
    expect(changesTo(before, { ...before })).toEqual({});
    expect(updateOf("f1", { due: "" })).toMatchObject({ dueAt: null });
  });

  test("keeps a draft of the changes, and begins anew from one that cannot be read", () => {
    expect(readChanges(JSON.stringify({ gist: "后办" }))).toEqual({ gist: "后办" });
    expect(readChanges('{"gist":')).toEqual({});
    expect(readChanges('{"gist":1}')).toEqual({});
  });
});

describe("the acts on a row", () => {
  test("fit its state", () => {
    const fitting = (status: FollowupView["status"]) => ACTS.filter((act) => fits(act, status));
    expect(fitting("new")).toEqual(["progress", "finish", "clear", "edit"]);
    expect(fitting("underway")).toEqual(fitting("new"));
    expect(fitting("done")).toEqual(["agree", "progress", "clear", "edit", "reopen"]);
    expect(fitting("cleared")).toEqual(["edit", "reopen"]);
  });

  test("have one that is next, of those the viewer may do; never to reopen", () => {
    expect(nextAct(ACTS, "underway")).toBe("progress");
    expect(nextAct(["agree", "reopen"], "done")).toBe("agree");
    expect(nextAct(["progress", "finish", "clear", "reopen", "edit"], "done")).toBe("clear");
    expect(nextAct(["progress", "finish"], "done")).toBe("progress");
    expect(nextAct(["agree", "reopen"], "cleared")).toBeUndefined();
  });
});
