import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import { nameOfKind } from "../record-base.ts";
import type { SpeechRecord } from "../speaking/records.ts";
import { STAGE_RECORD_ID } from "./records.ts";

/** A stage that shows who speaks in a room goes on with whoever gets the floor there next. */
export function followSpeakers({ state, now }: Acting, patches: readonly Patch[]): Patch[] {
  const stage = state.find("stage", STAGE_RECORD_ID);
  if (stage == null || stage.recordId === null || nameOfKind(stage.recordId) !== "speech") return [];
  const shown = state.find("speech", stage.recordId);
  const next = patches.find((patch) => {
    if (patch.op !== "put" || nameOfKind(patch.id) !== "speech") return false;
    const { status, roomId } = patch.fields as SpeechRecord;
    return status === "speaking" && roomId === shown?.roomId;
  });
  if (next === undefined || next.id === stage.recordId) return [];
  return [set(stage, { recordId: next.id, since: now, page: 1 })];
}
