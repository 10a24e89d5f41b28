import { type Lamp, lampOf } from "../../../shared/domain/followups/lamp.ts";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { fitsSearch, foldTexts, searchTerms } from "../../ui/search/text-search.ts";

/** What of the ledger is looked at; `null`: everything. */
export interface LedgerFilter {
  readonly unit: string | null;
  readonly status: FollowupView["status"] | null;
  readonly lamp: Lamp | null;
  readonly search: string;
}

export const NO_FILTER: LedgerFilter = { unit: null, status: null, lamp: null, search: "" };

export const STATUSES = [
  "new",
  "underway",
  "done",
  "cleared",
] as const satisfies readonly FollowupView["status"][];
export const LAMPS = ["overdue", "dueSoon", "onTime", "none"] as const satisfies readonly Lamp[];

export type LedgerSort = "number" | "due";

/** Tells of a row whether `filter` lets it through. */
export function filterBy(filter: LedgerFilter, now: number): (row: FollowupView) => boolean {
  const { unit, status, lamp } = filter;
  const terms = searchTerms(filter.search);
  return (row) => {
    if (unit !== null && row.leadUnit !== unit && !row.supportUnits.includes(unit)) return false;
    if (status !== null && row.status !== status) return false;
    if (lamp !== null && lampOf(row, now) !== lamp) return false;
    return terms.length === 0 || fitsSearch(searchedText(row), terms);
  };
}

/** By number, or what is due first at the top and what has no date at the end. */
export function sortRows(rows: readonly FollowupView[], sort: LedgerSort): readonly FollowupView[] {
  return [...rows].sort((one, other) => {
    const byDue = sort === "due" ? dueFirst(one.dueAt, other.dueAt) : 0;
    return byDue || one.number - other.number;
  });
}

/** The units that lead or support some row, each once, in the order of the rows. */
export function unitsIn(rows: readonly FollowupView[]): readonly string[] {
  const units = sortRows(rows, "number").flatMap(({ leadUnit, supportUnits }) => [
    ...(leadUnit === null ? [] : [leadUnit]),
    ...supportUnits,
  ]);
  return [...new Set(units)];
}

function dueFirst(one: number | null, other: number | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null ? -1 : one - other;
}

function searchedText(row: FollowupView): string {
  const { text, gist, leadUnit, personInCharge, leaderInCharge, evidence, supportUnits, askerUnits } = row;
  const single = [text, gist, leadUnit, personInCharge, leaderInCharge, evidence, `${row.number}`];
  return foldTexts([...single, ...supportUnits, ...askerUnits]);
}
