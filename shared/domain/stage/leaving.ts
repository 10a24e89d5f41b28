import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import { STAGE_RECORD_ID } from "./records.ts";
import { faultOnStage } from "./showable.ts";

/** What can be no page of the stage any more leaves it, whatever kind of record it is. */
export function leaveStage({ state, now }: Acting, patches: readonly Patch[]): Patch[] {
  const recordId = state.find("stage", STAGE_RECORD_ID)?.recordId ?? null;
  if (recordId === null || !patches.some(({ id }) => id === recordId)) return [];
  const next = state.amid(patches);
  const stage = next.find("stage", STAGE_RECORD_ID);
  if (stage == null || stage.recordId === null || faultOnStage(stage.recordId, next) === null) return [];
  return [set(stage, { recordId: null, since: now, page: 1 })];
}
