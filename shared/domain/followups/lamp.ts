import { ZONE_OFFSET_MS } from "../beijing-day.ts";
import type { FollowupRecord } from "./records.ts";

/** How a row stands to its due date: 按期, 临期, 逾期; none without a date or once cleared. */
export type Lamp = "none" | "onTime" | "dueSoon" | "overdue";

/** What a lamp is computed of. */
export type Dated = Pick<FollowupRecord, "status" | "dueAt">;

export interface FollowupCounts {
  /** Not cleared yet. */
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** 临期: so many days before the date. */
export const SOON_DAYS = 3;

/** Days are counted by the calendar: a row due today is not overdue before tomorrow, at whatever hour it was set. */
export function lampOf({ status, dueAt }: Dated, now: number): Lamp {
  if (dueAt === null || status === "cleared") return "none";
  const daysLeft = dayOf(dueAt) - dayOf(now);
  if (daysLeft < 0) return "overdue";
  return daysLeft <= SOON_DAYS ? "dueSoon" : "onTime";
}

export function countFollowups(rows: readonly Dated[], now: number): FollowupCounts {
  const lamps = rows.map((row) => lampOf(row, now));
  return {
    open: rows.filter(({ status }) => status !== "cleared").length,
    dueSoon: lamps.filter((lamp) => lamp === "dueSoon").length,
    overdue: lamps.filter((lamp) => lamp === "overdue").length,
  };
}

function dayOf(at: number): number {
  return Math.floor((at + ZONE_OFFSET_MS) / DAY_MS);
}
