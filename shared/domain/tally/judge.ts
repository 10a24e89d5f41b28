import { type Patch, set } from "../patches.ts";
import type { AnyRecord } from "../records.ts";
import type { SessionState } from "../state.ts";
import { TALLY_RECORD_ID, type TallyRecord } from "./records.ts";

type Counts = Pick<TallyRecord, "asked" | "answered" | "waiting">;

/** `patches`, and the tally they make necessary, so that no count is ever a scan. */
export function withTally(state: SessionState, patches: Patch[]): Patch[] {
  const tally = state.find("tally", TALLY_RECORD_ID);
  if (tally === undefined) return patches;
  const counts: Counts = { asked: tally.asked, answered: tally.answered, waiting: tally.waiting };
  for (const patch of patches) {
    if (!patch.id.startsWith("question:")) continue;
    const before = state.get(patch.id);
    add(counts, countOf(before), -1);
    add(counts, countOf(patch.op === "remove" ? undefined : { ...before, ...patch.fields }), 1);
  }
  const same = (["asked", "answered", "waiting"] as const).every((name) => counts[name] === tally[name]);
  return same ? patches : [...patches, set(tally, counts)];
}

function countOf(question: Partial<AnyRecord> | undefined): Counts {
  const status = (question as { status?: string } | undefined)?.status;
  const outcome = (question as { outcome?: string } | undefined)?.outcome;
  return {
    asked: status === undefined || status === "declined" ? 0 : 1,
    answered: status === "answered" || (status === "closed" && outcome === "resolved") ? 1 : 0,
    waiting: status === "public" || status === "routed" ? 1 : 0,
  };
}

function add(counts: Counts, more: Counts, sign: 1 | -1): void {
  counts.asked += sign * more.asked;
  counts.answered += sign * more.answered;
  counts.waiting += sign * more.waiting;
}
