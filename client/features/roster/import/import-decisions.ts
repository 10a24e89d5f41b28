import type { PlannedRow } from "../../../../shared/domain/roster/planned-row.ts";
import type { RosterDecisions } from "../../../../shared/domain/roster/row.ts";
import { countRows, type RosterReply, type RowCounts } from "../roster-reply.ts";

/** What is decided of a preview: rows that are somebody under a new name, and who is taken off the roster. */
export interface Decisions {
  readonly renamed: ReadonlyMap<PlannedRow, string>;
  readonly removed: ReadonlySet<string>;
}

export const NOTHING_DECIDED: Decisions = { renamed: new Map(), removed: new Set() };

/** A row is one person and a person one row; who is in a row under a new name is not taken off. */
export function withRename(
  { renamed, removed }: Decisions,
  row: PlannedRow,
  personId: string | null,
): Decisions {
  const others = [...renamed].filter(([other, taken]) => other !== row && taken !== personId);
  return {
    renamed: new Map(personId === null ? others : [...others, [row, personId]]),
    removed: new Set([...removed].filter((one) => one !== personId)),
  };
}

export function withRemoved(
  { renamed, removed }: Decisions,
  personIds: readonly string[],
  on: boolean,
): Decisions {
  const next = new Set(removed);
  for (const personId of personIds) {
    if (on) next.add(personId);
    else next.delete(personId);
  }
  return { renamed, removed: next };
}

/** People in no row, nor in one under a new name. */
export function stillAbsent({ absent }: RosterReply, { renamed }: Decisions): RosterReply["absent"] {
  const taken = new Set(renamed.values());
  return absent.filter(({ personId }) => !taken.has(personId));
}

/** How many rows there are of each status, those with a new name among the changed. */
export function decidedCounts({ rows }: RosterReply, { renamed }: Decisions): RowCounts {
  const counts = countRows(rows);
  return { ...counts, new: counts.new - renamed.size, changed: counts.changed + renamed.size };
}

/** As the call takes it. */
export function sentDecisions({ renamed, removed }: Decisions): RosterDecisions {
  return {
    renamed: [...renamed].map(([{ sheet, row }, personId]) => ({ sheet, row, personId })),
    removed: [...removed],
  };
}
