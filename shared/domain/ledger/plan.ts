import type { LedgerFileWords } from "../../messages/ledger/zh-CN.ts";
import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { unitFinder } from "../collected/unit.ts";
import type { FollowupRecord } from "../followups/records.ts";
import { answeringUnitsIn } from "../people/standing.ts";
import { can } from "../rights.ts";
import { ledgerCells, progressOf } from "./cells.ts";
import { compareRow, type RowComparison } from "./compare.ts";
import { type Identified, identifyRows } from "./identify.ts";
import { type StepRefusal, takeSteps } from "./judge.ts";
import type { DigestOf } from "./origin.ts";
import type { PlannedLedgerRow, RefusedReason } from "./planned-row.ts";
import type { LedgerFault } from "./read-cells.ts";
import type { LedgerDecisions, ReturnedRow } from "./row.ts";
import { type FoundSteps, stepsOf } from "./steps.ts";

export interface LedgerPlanning extends Acting {
  readonly words: LedgerFileWords;
  readonly digestOf: DigestOf;
  readonly newId: () => string;
  readonly decisions: LedgerDecisions;
}

type ImportedRow = CommandOf<"ledger.import">["rows"][number];

/** What importing a returned ledger would do. */
export interface LedgerPlan {
  /** Every row of the file, in its order. */
  readonly rows: readonly PlannedLedgerRow[];
  readonly imported: readonly ImportedRow[];
  /** Numbers of rows here that the file says nothing of; they stay as they are. */
  readonly absent: readonly number[];
}

export const NOTHING_DECIDED: LedgerDecisions = { rows: [] };
const SHOWN_MAX_CHARS = 200;

/** Compares a file with what stood in it when it went out and with what stands here, row by row. */
export function planLedger(rows: readonly ReturnedRow[], planning: LedgerPlanning): LedgerPlan {
  const { state, actor } = planning;
  const findUnit = unitFinder(answeringUnitsIn(state), []);
  const imported: ImportedRow[] = [];
  const identified = identifyRows(rows, planning);
  const planned = identified.map((found): PlannedLedgerRow => {
    if (found.row === null) return refused(found, found.fault);
    const { row, origin, source } = found;
    const compared = compareRow({
      ...planning,
      source,
      row,
      origin,
      findUnit,
      here: ledgerCells(row, state, planning.words),
      entries: progressOf(row, state),
    });
    return compared.ok
      ? decided(found, row, compared.comparison, { ...planning, imported })
      : refused(found, compared.fault);
  });
  const told = new Set(identified.map(({ number }) => number));
  const absent = [...state.all("followup")]
    .filter(({ number }) => !told.has(number))
    .filter(({ followupId }) => can(actor, { type: "followup.progress", followupId }, state))
    .map(({ number }) => number)
    .sort((one, other) => one - other);
  return { rows: planned, imported, absent };
}

type Deciding = LedgerPlanning & { readonly imported: ImportedRow[] };

/** A row as it is decided, tried as it would be done. */
function decided(
  found: Identified,
  row: FollowupRecord,
  { changes, opinion, notes }: RowComparison,
  planning: Deciding,
): PlannedLedgerRow {
  const { words, newId, decisions, imported } = planning;
  const { followupId, rev } = row;
  const decision = decisions.rows.find((one) => one.number === row.number && one.rev === rev)?.take;
  const contested = changes.filter(({ isContested }) => isContested);
  const isOpen = contested.length > 0 && decision === undefined;
  const stepsWith = (taken: RowComparison["changes"]) => {
    const cells = new Map(
      taken.flatMap(({ field, to }) => (field === "progress" ? [] : [[field, to] as const])),
    );
    const progress = taken.find(({ field }) => field === "progress")?.to ?? "";
    return stepsOf(row, { cells, progress, opinion, entryId: newId() }, words);
  };
  const tried = (found: FoundSteps) => (found.ok ? faultIn(found.steps, planning) : found.fault);
  // What could not be taken whatever is decided is told at once.
  if (isOpen) {
    const fault = tried(stepsWith(changes));
    if (fault !== null) return refused(found, fault);
  }
  const steps = stepsWith(changes.filter(({ isContested }) => !isContested || decision === "file"));
  const fault = tried(steps);
  if (fault !== null || !steps.ok) return refused(found, fault ?? { reason: "not_yours" });
  if (steps.steps.length > 0) imported.push({ followupId, rev, steps: [...steps.steps] });
  const isOpinionUsed = steps.steps.some(
    ({ type }) => type === "followup.clear" || type === "followup.reopen",
  );
  const base = {
    ...headOf(found),
    notes: [...notes, ...(opinion !== "" && !isOpinionUsed && !isOpen ? (["opinion_unused"] as const) : [])],
    changes,
  };
  if (isOpen) {
    const isKnown = found.row !== null && found.origin !== null;
    return { ...base, result: "conflict", rev, reason: isKnown ? "changed_here" : "origin_unknown" };
  }
  return { ...base, result: steps.steps.length > 0 ? "changed" : "unchanged", rev };
}

const REASONS: Readonly<Record<StepRefusal, RefusedReason>> = {
  unit_unknown: "unit_unknown",
  followup_cleared: "row_cleared",
  followup_not_done: "not_done",
  reason_needed: "opinion_missing",
  too_many_entries: "too_many_entries",
  forbidden: "not_yours",
  // What `stepsOf` asks for is a row that is there, and an entry that is new.
  followup_unknown: "not_possible",
  id_taken: "not_possible",
};

function faultIn(steps: Parameters<typeof takeSteps>[0], acting: Acting): LedgerFault | null {
  const taken = takeSteps(steps, acting);
  return taken.ok ? null : { reason: REASONS[taken.refusal.code] };
}

function refused(found: Identified, fault: LedgerFault): PlannedLedgerRow {
  return { ...headOf(found), changes: [], result: "refused", ...fault };
}

/** Of a row that is not known, or not the reader's, what the file has itself. */
function headOf({ source, number, row }: Identified) {
  const { sheet, row: at, notes, cells } = source;
  const text = row === null ? (cells.text ?? "") : row.text;
  return { sheet, row: at, number, text: text.slice(0, SHOWN_MAX_CHARS), notes };
}
