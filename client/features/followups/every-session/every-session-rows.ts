import { lampOf } from "../../../../shared/domain/followups/lamp.ts";
import type { ClassLedgerReply } from "../../../../shared/protocol/ledger-http.ts";

export type EverySessionRow = ClassLedgerReply["rows"][number];

/** What is looked at, the most pressing first. */
export const SHOWN = ["overdue", "due", "open", "all"] as const;
export type Shown = (typeof SHOWN)[number];

/** Tells of a row whether it belongs to what is looked at. */
export function isShown(row: EverySessionRow, shown: Shown, now: number): boolean {
  const lamp = lampOf(row, now);
  switch (shown) {
    case "overdue":
      return lamp === "overdue";
    case "due":
      return lamp === "overdue" || lamp === "dueSoon";
    case "open":
      return row.status !== "cleared";
    case "all":
      return true;
  }
}

/** What is due first at the top; what has no date, and then what is cleared, at the end. */
export function byDue(one: EverySessionRow, other: EverySessionRow): number {
  return (
    placeOf(one) - placeOf(other) ||
    (one.title === other.title ? 0 : one.title < other.title ? -1 : 1) ||
    one.number - other.number
  );
}

function placeOf({ status, dueAt }: EverySessionRow): number {
  if (status === "cleared") return Number.MAX_SAFE_INTEGER;
  return dueAt ?? Number.MAX_SAFE_INTEGER - 1;
}
