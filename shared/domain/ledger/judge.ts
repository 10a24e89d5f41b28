import type { CommandOf } from "../../protocol/commands/command.ts";
import type { LedgerStep, ledgerCommands } from "../../protocol/commands/ledger.ts";
import type { Acting } from "../acting.ts";
import { type FollowupRefusal, followupJudges } from "../followups/judge.ts";
import {
  type FollowupRecord,
  followupRecordId,
  LEDGER_IMPORT_RECORD_ID,
  type LedgerImportRecord,
  progressRecordId,
} from "../followups/records.ts";
import type { Judge, Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { can } from "../rights.ts";
import { apply, type SessionState } from "../state.ts";

/** Every code a step may be refused with. */
export type StepRefusal = FollowupRefusal | "forbidden";

/** What steps of one row come to. */
interface Taken {
  readonly state: SessionState;
  readonly patches: readonly Patch[];
}

/** A file can do no more than whoever brings it: each step is asked for and judged by itself, on what those before it made. */
export function takeSteps(steps: readonly LedgerStep[], acting: Acting): Result<Taken, StepRefusal> {
  let { state } = acting;
  const patches: Patch[] = [];
  for (const step of steps) {
    if (!can(acting.actor, step, state)) return refuse("forbidden");
    const decide = followupJudges[step.type] as Judge<LedgerStep["type"], FollowupRefusal>;
    const judged = decide(step, { ...acting, state });
    if (!judged.ok) return judged;
    patches.push(...judged.value);
    state = apply(state, judged.value, state.head + 1);
  }
  return done({ state, patches });
}

/** A row that is another since the import was planned refuses all of it: nothing that nobody saw is written over. */
export function importLedger(
  { importId, rows }: CommandOf<"ledger.import">,
  acting: Acting,
): Result<Patch[]> {
  const { by: importedBy, now: importedAt } = acting;
  let { state } = acting;
  const patches: Patch[] = [];
  const planned = new Map<string, FollowupRecord>();
  for (const { followupId, rev } of rows) {
    const row = state.find("followup", followupRecordId(followupId));
    if (row === undefined) return refuse("followup_unknown");
    if (row.rev !== rev || planned.has(followupId)) return refuse("followup_changed", { number: row.number });
    planned.set(followupId, row);
  }
  for (const { followupId, steps } of rows) {
    const number = planned.get(followupId)?.number ?? 0;
    if (steps.some((step) => step.followupId !== followupId)) return refuse("bad_request", { number });
    const taken = takeSteps(steps, { ...acting, state });
    if (!taken.ok) return refuse(taken.refusal.code, { ...taken.refusal.details, number });
    patches.push(...taken.value.patches);
    state = taken.value.state;
  }
  if (patches.length === 0) return done([]);
  const changed = rows.flatMap(({ followupId, steps }) => {
    const before = planned.get(followupId);
    const entryIds = steps.flatMap((step) => (step.type === "followup.progress" ? [step.entryId] : []));
    return before === undefined ? [] : [{ before, entryIds }];
  });
  const last = { importId, importedBy, importedAt, rows: changed };
  return done([...patches, put("ledgerImport", LEDGER_IMPORT_RECORD_ID, last)]);
}

/** What was worked on since the import stays as it is; where that is all of it, it says so. */
export function withdrawLedger(
  { importId }: CommandOf<"ledger.withdraw">,
  { state }: Acting,
): Result<Patch[]> {
  const last = state.find("ledgerImport", LEDGER_IMPORT_RECORD_ID);
  if (last?.importId !== importId) return refuse("nothing_to_undo");
  const patches = last.rows.flatMap((row) => backAgain(row, last, state));
  return patches.length === 0 ? refuse("nothing_to_undo") : done([...patches, remove(last.id)]);
}

/** A row as it was before an import; nothing where somebody has worked on it since. */
function backAgain(
  { before, entryIds }: LedgerImportRecord["rows"][number],
  { rev }: LedgerImportRecord,
  state: SessionState,
): Patch[] {
  const row = state.find("followup", before.id);
  if (row === undefined || (row.rev !== rev && row.rev !== before.rev)) return [];
  if ([...state.children(row.id)].some((entry) => entry.rev > rev)) return [];
  const entries = entryIds.map(progressRecordId).filter((id) => state.get(id) !== undefined);
  const isOther = row.rev === rev ? [put("followup", row.id, bareFields(before))] : [];
  return [...isOther, ...entries.map(remove)];
}

export const ledgerJudges: Judges<keyof typeof ledgerCommands> = {
  "ledger.import": importLedger,
  "ledger.withdraw": withdrawLedger,
};
