import type { RowReason } from "../../../shared/domain/roster/draft.ts";
import type { PlannedRow, RowPlace } from "../../../shared/domain/roster/planned-row.ts";
import type { SheetReport } from "../importing/sheet-remarks.tsx";

interface RosterSheet extends SheetReport {
  readonly people?: number;
}

export interface AbsentPerson {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  /** The name stands in a row that cannot be imported: nobody is removed by mistake. */
  readonly rowRefused?: true;
}

/** The answer to `PUT …/roster`: what an import did, or on a dry run would do. */
export interface RosterReply {
  readonly people: readonly { personId: string; name: string; unit: string; pin: string }[];
  readonly rejected: readonly (RowPlace & { readonly reason: RowReason })[];
  /** Every row in the order of the source. */
  readonly rows: readonly PlannedRow[];
  /** Groups no room has the name of. */
  readonly unknownGroups: readonly string[];
  /** People on the roster whom no row is about and who stay as they are. */
  readonly absent: readonly AbsentPerson[];
  /** Taken off the roster. */
  readonly removed: readonly AbsentPerson[];
  readonly sheets: readonly RosterSheet[];
}

export type RowCounts = Readonly<Record<PlannedRow["status"], number>>;

/** How many rows there are of each status. */
export function countRows(rows: readonly PlannedRow[]): RowCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}
