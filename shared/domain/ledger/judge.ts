import type { CommandOf } from "../../protocol/commands/command.ts";
import type { LedgerStep, ledgerCommands } from "../../protocol/commands/ledger.ts";
import type { Acting } from "../acting.ts";
import { followupJudges } from "../followups/judge.ts";
import { type FollowupRecord, followupRecordId } from "../followups/records.ts";
import type { Judge, Judges } from "../judging.ts";
import type { Patch } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { can } from "../rights.ts";
import { apply, type SessionState } from "../state.ts";

/** What steps of one row come to. */
interface Taken {
  readonly state: SessionState;
  readonly patches: readonly Patch[];
}

/** A file can do no more than whoever brings it: each step is asked for and judged by itself, on what those before it made. */
export function takeSteps(steps: readonly LedgerStep[], acting: Acting): Result<Taken> {
  let { state } = acting;
  const patches: Patch[] = [];
  for (const step of steps) {
    if (!can(acting.actor, step, state)) return refuse("forbidden");
    const decide = followupJudges[step.type] as Judge<LedgerStep["type"]>;
    const judged = decide(step, { ...acting, state });
    if (!judged.ok) return judged;
    patches.push(...judged.value);
    state = apply(state, judged.value, state.head + 1);
  }
  return done({ state, patches });
}

/** A row that is another since the import was planned refuses all of it: nothing that nobody saw is written over. */
export function importLedger({ rows }: CommandOf<"ledger.import">, acting: Acting): Result<Patch[]> {
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
  return done(patches);
}

export const ledgerJudges: Judges<keyof typeof ledgerCommands> = { "ledger.import": importLedger };
