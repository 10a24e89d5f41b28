import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import type { QuestionRecord } from "../questions/records.ts";
import { done, type Result, refuse } from "../result.ts";
import { isShowable, leaveStageQueue } from "./queue.ts";
import { STAGE_RECORD_ID } from "./records.ts";

/** Shows a public question on the projector, or with null the welcome page. */
export function showOnStage(recordId: string | null, { state, now }: Acting): Result<Patch[]> {
  const stage = state.find("stage", STAGE_RECORD_ID);
  if (stage === undefined) return refuse("session_unknown");
  if (stage.recordId === recordId) return done([]);
  const patches: Patch[] = [set(stage, { recordId, since: now })];
  if (recordId !== null) {
    const next = state.find("question", recordId);
    if (next === undefined) return refuse("record_unknown");
    if (!isShowable(next)) return refuse("question_not_public");
    patches.push(set(next, { onStage: true }), ...leaveStageQueue(next, state));
  }
  const previous = stage.recordId === null ? undefined : state.find("question", stage.recordId);
  if (previous !== undefined) patches.push(set(previous, { onStage: false }));
  return done(patches);
}

/** Takes a question off the stage, if it is there. */
export function clearStage(question: QuestionRecord, { state, now }: Acting): Patch[] {
  const stage = state.find("stage", STAGE_RECORD_ID);
  return stage?.recordId === question.id ? [set(stage, { recordId: null, since: now })] : [];
}
