import type { Actor } from "../actor.ts";
import type { FollowupRecord } from "../followups/records.ts";
import { grouped } from "../people/grouped.ts";
import { can } from "../rights.ts";
import { tidyCell, wordKey } from "../roster/text.ts";
import type { SessionState } from "../state.ts";
import { type RowOrigin, readOrigin } from "./origin.ts";
import type { LedgerFault } from "./read-cells.ts";
import type { ReturnedRow } from "./row.ts";

/** Which row of the ledger a row of a file is about, or why that cannot be told. */
export type Identified = { readonly source: ReturnedRow; readonly number: number | null } & (
  | { readonly row: FollowupRecord; readonly origin: RowOrigin | null }
  | { readonly row: null; readonly fault: LedgerFault }
);

/**
 * Finds the row of each row of a file by its number, which must be the one that it went out with. Without an origin the
 * question has to be the same as well: a number alone may be another session's.
 */
export function identifyRows(
  rows: readonly ReturnedRow[],
  { state, actor }: { readonly state: SessionState; readonly actor: Actor },
): readonly Identified[] {
  const byNumber = new Map([...state.all("followup")].map((row) => [row.number, row]));
  const found = rows.map((source): Identified => {
    const origin = readOrigin(source.cells.origin ?? "");
    const written = numberIn(source.cells.number ?? "");
    const number = written ?? origin?.number ?? null;
    const row = number === null ? undefined : byNumber.get(number);
    const wrong = (fault: LedgerFault): Identified => ({ source, number, row: null, fault });
    if (source.isMerged) return wrong({ reason: "merged_cells" });
    if (origin !== null && origin.sessionId !== state.session()?.sessionId) {
      return wrong({ reason: "other_session" });
    }
    if (number === null) return wrong({ reason: "number_missing", field: "number" });
    if (origin !== null && origin.number !== number)
      return wrong({ reason: "number_differs", field: "number" });
    if (row === undefined) return wrong({ reason: "number_unknown", field: "number" });
    const { followupId } = row;
    if (!can(actor, { type: "followup.progress", followupId }, state)) return wrong({ reason: "not_yours" });
    if (origin === null && wordKey(source.cells.text ?? "") !== wordKey(row.text)) {
      return wrong({ reason: "other_matter", field: "text" });
    }
    return { source, number, row, origin };
  });
  return withoutRepeats(found);
}

/** Of a row that stands there twice the same the first counts; where the two differ, nobody can say which. */
function withoutRepeats(found: readonly Identified[]): readonly Identified[] {
  const byRow = grouped(
    found.filter(({ row }) => row !== null),
    ({ number }) => String(number),
  );
  return found.map((one) => {
    const [first, ...others] = one.row === null ? [] : (byRow.get(String(one.number)) ?? []);
    if (first === undefined || others.length === 0) return one;
    const areSame = others.every((other) => saysOf(other) === saysOf(first));
    if (areSame && one === first) return one;
    const place = (one === first ? others[0] : first)?.source;
    const other = { sheet: place?.sheet ?? null, row: place?.row ?? 0 };
    const fault = { reason: areSame ? "duplicate_row" : "duplicate_differs", other } as const;
    return { source: one.source, number: one.number, row: null, fault };
  });
}

function saysOf({ source }: Identified): string {
  return JSON.stringify(Object.entries(source.cells).map(([field, text]) => [field, tidyCell(text)]));
}

/** `3`, `3.0`, `第3项`; null for what is no number. */
function numberIn(cell: string): number | null {
  const match = /^(?:第)?([1-9]\d{0,6})(?:\.0+)?(?:项|号|条)?$/u.exec(wordKey(cell));
  return match === null ? null : Number(match[1]);
}
