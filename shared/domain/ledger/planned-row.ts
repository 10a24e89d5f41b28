import type { RowPlace } from "../roster/planned-row.ts";
import type { ChangedField, LedgerField } from "./fields.ts";
import type { LedgerReadingNote } from "./row.ts";

/** Why nothing of a row is taken; `shared/messages` has a sentence for each. */
export type RefusedReason =
  | "number_missing"
  | "number_unknown"
  | "number_differs"
  | "other_session"
  | "other_matter"
  | "duplicate_row"
  | "duplicate_differs"
  | "merged_cells"
  | "formula_error"
  | "text_missing"
  | "text_unreadable"
  | "too_long"
  | "date_unreadable"
  | "unit_unknown"
  | "too_many_units"
  | "status_unknown"
  | "status_back"
  | "progress_missing"
  | "evidence_missing"
  | "opinion_missing"
  | "row_cleared"
  | "not_done"
  | "too_many_entries"
  | "not_yours"
  /** Whatever else the judge of a step has against it. */
  | "not_possible";

/** Why a row waits for somebody to decide; what is here stays until then. */
export type ConflictReason = "changed_here" | "origin_unknown";

/** What is worth a look. */
export type LedgerNote = LedgerReadingNote | "told_only" | "opinion_unused" | "year_guessed" | "unit_guessed";

/** A cell that is another: what stands here, what the file has. */
export interface CellChange {
  readonly field: ChangedField | "progress";
  readonly from: string;
  readonly to: string;
  /** Here it was changed as well since the file went out, or nobody knows. */
  readonly isContested: boolean;
}

/** What an import would do with one row of a file. */
export type PlannedLedgerRow = RowPlace & {
  /** Its lasting number; null where the file does not say one. */
  readonly number: number | null;
  /** As much of the question as can be shown: as it stands here, or for a row that is not known as the file has it. */
  readonly text: string;
  readonly notes: readonly LedgerNote[];
  /** In the order of the columns; those that are not taken among them. */
  readonly changes: readonly CellChange[];
} & (
    | { readonly result: "changed" | "unchanged"; readonly rev: number }
    | { readonly result: "conflict"; readonly rev: number; readonly reason: ConflictReason }
    | {
        readonly result: "refused";
        readonly reason: RefusedReason;
        readonly field?: LedgerField;
        /** The row this one repeats. */
        readonly other?: RowPlace;
        readonly chars?: number;
        readonly maxChars?: number;
      }
  );
