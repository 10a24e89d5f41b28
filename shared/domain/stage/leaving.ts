import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import { isPublicStatus, type QuestionStatus } from "../questions/records.ts";
import { nameOfKind } from "../record-base.ts";
import type { SpeechStatus } from "../speaking/records.ts";
import { STAGE_RECORD_ID } from "./records.ts";

/** A question that stands for itself no longer leaves the stage, and a speech that was withdrawn. */
export function leaveStage({ state, now }: Acting, patches: readonly Patch[]): Patch[] {
  const stage = state.find("stage", STAGE_RECORD_ID);
  if (stage == null || !patches.some((patch) => patch.id === stage.recordId && isTakenBack(patch))) return [];
  return [set(stage, { recordId: null, since: now, page: 1 })];
}

/** The state of what can be shown changes only as a whole. */
function isTakenBack(patch: Patch): boolean {
  if (patch.op !== "put") return patch.op === "remove";
  if (nameOfKind(patch.id) === "speech")
    return (patch.fields as { readonly status: SpeechStatus }).status === "withdrawn";
  return !isPublicStatus((patch.fields as { readonly status: QuestionStatus }).status);
}
