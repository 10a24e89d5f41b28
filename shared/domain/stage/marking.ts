import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import type { SessionState } from "../state.ts";
import { STAGE_RECORD_ID } from "./records.ts";

/** Records whose audience is another while they are on the stage say themselves whether they are. */
export function markOnStage({ state }: Acting, patches: readonly Patch[]): Patch[] {
  if (!patches.some(({ id }) => id === STAGE_RECORD_ID)) return [];
  const next = state.amid(patches);
  const [before, shown] = [shownIn(state), shownIn(next)];
  return before === shown ? [] : [...marked(before, false, next), ...marked(shown, true, next)];
}

function shownIn(state: SessionState): string | null {
  return state.find("stage", STAGE_RECORD_ID)?.recordId ?? null;
}

function marked(recordId: string | null, onStage: boolean, state: SessionState): Patch[] {
  const record = recordId === null ? undefined : state.get(recordId);
  if (record?.kind !== "question" && record?.kind !== "room") return [];
  return (record.onStage ?? false) === onStage ? [] : [set(record, { onStage })];
}
