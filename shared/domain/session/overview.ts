import { z } from "zod";
import { type FollowupCounts, lampOf } from "../followups/lamp.ts";
import type { AnyRecord } from "../records.ts";
import type { SessionState } from "../state.ts";
import { countIn } from "../tally/counting.ts";
import { SESSION_RECORD_ID, type SessionRecord, sessionRecordSchema } from "./records.ts";

const { sessionId, title, startsAt, place, createdAt, rehearsalOf } = sessionRecordSchema.options[0].shape;
const number = z.number().int().min(0);

/** What lists of sessions show of one; kept beside its head, so that listing reads no records. */
export const sessionOverviewSchema = z.strictObject({
  sessionId,
  title,
  startsAt,
  place,
  status: z.enum(["open", "sealed"]),
  createdAt,
  rehearsalOf,
  /** On the roster, and those of them who have come. */
  people: number,
  arrived: number,
  rooms: number,
  /** Rows of the ledger that are not cleared. */
  openFollowups: number,
  /** How many of those are due when, by milliseconds since 1970 UTC; those without a date are left out. */
  dueFollowups: z.record(z.string(), number.min(1)),
});
export type SessionOverview = z.infer<typeof sessionOverviewSchema>;

/** The overview of a session out of all its records; null where it has no record of its own. */
export function overviewOf(state: SessionState): SessionOverview | null {
  const session = state.session();
  if (session === undefined) return null;
  let overview: SessionOverview = { ...headOf(session), ...NO_NUMBERS };
  for (const kind of ["person", "room", "followup"] as const)
    for (const record of state.all(kind)) overview = counted(overview, shareOf(record), 1);
  return overview;
}

/** The overview after a change of the `touched` records: the same object where nothing it says is another. */
export function overviewAfter(
  overview: SessionOverview | null,
  change: {
    readonly before: SessionState;
    readonly after: SessionState;
    readonly touched: ReadonlySet<string>;
  },
): SessionOverview | null {
  const { before, after, touched } = change;
  if (overview === null) return overviewOf(after);
  let next = overview;
  for (const id of touched) {
    if (id === SESSION_RECORD_ID) {
      const session = after.session();
      if (session !== undefined && !isSame(headOf(session), next)) next = { ...next, ...headOf(session) };
      continue;
    }
    const [was, now] = [shareOf(before.get(id)), shareOf(after.get(id))];
    if (!isSame(was, now)) next = counted(counted(next, was, -1), now, 1);
  }
  return next;
}

/** The rows that are not cleared, by their lamps at `now`. */
export function countOpenFollowups(
  { openFollowups, dueFollowups }: SessionOverview,
  now: number,
): FollowupCounts {
  const counts = { open: openFollowups, dueSoon: 0, overdue: 0 };
  for (const [dueAt, many] of Object.entries(dueFollowups)) {
    const lamp = lampOf({ status: "new", dueAt: Number(dueAt) }, now);
    if (lamp === "dueSoon" || lamp === "overdue") counts[lamp] += many;
  }
  return counts;
}

type Numbers = Pick<SessionOverview, "people" | "arrived" | "rooms" | "openFollowups" | "dueFollowups">;

const NO_NUMBERS: Numbers = { people: 0, arrived: 0, rooms: 0, openFollowups: 0, dueFollowups: {} };

/** What one record adds to the numbers. */
type Share = Omit<Numbers, "dueFollowups"> & { readonly dueAt: number | null };

const NO_SHARE: Share = { people: 0, arrived: 0, rooms: 0, openFollowups: 0, dueAt: null };

function shareOf(record: AnyRecord | undefined): Share {
  switch (record?.kind) {
    case "person":
      if (record.removed) return NO_SHARE;
      return { ...NO_SHARE, people: 1, arrived: record.arrivedAt === null ? 0 : 1 };
    case "room":
      return { ...NO_SHARE, rooms: 1 };
    case "followup":
      if (record.status === "cleared") return NO_SHARE;
      return { ...NO_SHARE, openFollowups: 1, dueAt: record.dueAt };
    default:
      return NO_SHARE;
  }
}

function counted(overview: SessionOverview, share: Share, sign: 1 | -1): SessionOverview {
  return {
    ...overview,
    people: overview.people + sign * share.people,
    arrived: overview.arrived + sign * share.arrived,
    rooms: overview.rooms + sign * share.rooms,
    openFollowups: overview.openFollowups + sign * share.openFollowups,
    dueFollowups:
      share.dueAt === null ? overview.dueFollowups : countIn(overview.dueFollowups, share.dueAt, sign),
  };
}

function headOf({ sessionId, title, startsAt, place, status, createdAt, rehearsalOf }: SessionRecord) {
  const head = { sessionId, title, startsAt, place, status, createdAt };
  return rehearsalOf === undefined ? head : { ...head, rehearsalOf };
}

/** Whether all that `one` says stands in `other` as well. */
function isSame<T extends object>(one: T, other: T): boolean {
  return one === other || (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);
}
