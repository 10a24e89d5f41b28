import type { Acting } from "../acting.ts";
import { type Patch, patched, set } from "../patches.ts";
import { shownAfter } from "./marking.ts";
import { STAGE_RECORD_ID } from "./records.ts";
import { faultAsPage } from "./showable.ts";

/** What can be no page of the stage any more leaves it, whatever kind of record it is. */
export function leaveStage({ state, now }: Acting, patches: readonly Patch[]): Patch[] {
  const stage = state.find("stage", STAGE_RECORD_ID);
  const recordId = shownAfter(patches, state);
  if (stage === undefined || recordId === null || !patches.some(({ id }) => id === recordId)) return [];
  if (faultAsPage(patched(recordId, state.get(recordId), patches)) === null) return [];
  return [set(stage, { recordId: null, since: now, page: 1 })];
}
