import type { Acting } from "../acting.ts";
import { type Patch, patched, set } from "../patches.ts";
import type { SessionState } from "../state.ts";
import { STAGE_RECORD_ID, type StageRecord } from "./records.ts";

/** Records whose audience is another while they are on the stage say themselves whether they are. */
export function markOnStage({ state }: Acting, patches: readonly Patch[]): Patch[] {
  const before = shownAfter([], state);
  const shown = shownAfter(patches, state);
  if (before === shown) return [];
  return [[before, false] as const, [shown, true] as const].flatMap(([recordId, onStage]) => {
    if (recordId === null) return [];
    const record = patched(recordId, state.get(recordId), patches);
    if (record?.kind !== "question" && record?.kind !== "room") return [];
    return (record.onStage ?? false) === onStage ? [] : [set(record, { onStage })];
  });
}

/** What the stage shows once `patches` are applied. */
export function shownAfter(patches: readonly Patch[], state: SessionState): string | null {
  const stage = patched(STAGE_RECORD_ID, state.get(STAGE_RECORD_ID), patches) as StageRecord | undefined;
  return stage?.recordId ?? null;
}
