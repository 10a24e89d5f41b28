import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import type { FindUnit } from "../collected/unit.ts";
import type { FollowupRecord, ProgressRecord } from "../followups/records.ts";
import { CHANGED_FIELDS, type ComparedField, type LedgerCells, TOLD_FIELDS } from "./fields.ts";
import { newProgress } from "./new-progress.ts";
import type { DigestOf, RowOrigin } from "./origin.ts";
import type { CellChange, LedgerNote } from "./planned-row.ts";
import { faultOf, type LedgerFault, readCell } from "./read-cells.ts";
import type { ReturnedRow } from "./row.ts";
import { tidyLedgerText } from "./text.ts";

export interface RowToCompare {
  readonly source: ReturnedRow;
  readonly row: FollowupRecord;
  /** Null where the file no longer says what it went out with. */
  readonly origin: RowOrigin | null;
  /** What stands here. */
  readonly here: LedgerCells;
  readonly entries: readonly ProgressRecord[];
  readonly findUnit: FindUnit;
  readonly digestOf: DigestOf;
  readonly words: LedgerFileWords;
}

export interface RowComparison {
  readonly changes: readonly CellChange[];
  /** What the asker's side says that was not there before; empty for nothing. */
  readonly opinion: string;
  readonly notes: readonly LedgerNote[];
}

type Compared =
  | { readonly ok: true; readonly comparison: RowComparison }
  | { readonly ok: false; readonly fault: LedgerFault };

/**
 * What a row of a file says otherwise than here. A cell that is as it went out says nothing, whatever stands here by now; one
 * that is another and was changed here as well is contested. Where the origin is lost, blanks say nothing and all else is contested.
 */
export function compareRow(to: RowToCompare): Compared {
  const { source, here, origin, row, entries, digestOf, words } = to;
  const changes: CellChange[] = [];
  const notes = new Set<LedgerNote>(source.notes);
  const baseOf = (field: ComparedField) => origin?.digests[field] ?? null;
  /** The cell tidied; null where it says nothing. */
  const saidIn = (field: ComparedField): string | null => {
    const written = source.cells[field];
    if (written === undefined) return null;
    const text = tidyLedgerText(written);
    if (text === tidyLedgerText(here[field])) return null;
    const base = baseOf(field);
    return (base === null ? text === "" : digestOf(text) === base) ? null : text;
  };
  for (const field of CHANGED_FIELDS) {
    const said = saidIn(field);
    if (said === null) continue;
    const read = readCell(field, said, { ...to, calendar: source.calendar, row });
    if (!read.ok) return read;
    const stands = tidyLedgerText(here[field]);
    const base = baseOf(field);
    if (read.text === stands || (base !== null && digestOf(read.text) === base)) continue;
    if (read.note !== undefined) notes.add(read.note);
    const isContested = base === null || digestOf(stands) !== base;
    changes.push({ field, from: stands, to: read.text, isContested });
  }
  const reported = saidIn("progress");
  const progress = reported === null ? "" : newProgress(reported, entries, words);
  const opinion = saidIn("opinion");
  for (const [field, text] of [
    ["progress", progress],
    ["opinion", opinion ?? ""],
  ] as const) {
    const fault = faultOf(field, text);
    if (fault !== null) return { ok: false, fault };
  }
  if (progress !== "")
    changes.push({ field: "progress", from: "", to: progress, isContested: origin === null });
  if (TOLD_FIELDS.some((field) => saidIn(field) !== null)) notes.add("told_only");
  return {
    ok: true,
    comparison: { changes, opinion: withoutStanding(opinion, here.opinion), notes: [...notes] },
  };
}

/** What is said beyond what stands there already. */
function withoutStanding(opinion: string | null, standing: string): string {
  if (opinion === null) return "";
  const before = tidyLedgerText(standing);
  return before !== "" && opinion.startsWith(before) ? tidyLedgerText(opinion.slice(before.length)) : opinion;
}
