import type { CommandOf } from "../../protocol/commands/command.ts";
import type { stageCommands } from "../../protocol/commands/stage.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, set } from "../patches.ts";
import { isShowable } from "../questions/records.ts";
import { done, type Result, refuse } from "../result.ts";
import { leaveStageQueue, queueForStage } from "./queue.ts";
import { STAGE_RECORD_ID, stagePageOf } from "./records.ts";

/** Shows a public question on the projector, or with null the welcome page. What is there already stays at its page. */
export function showOnStage(
  { recordId, page = 1 }: CommandOf<"stage.show">,
  { state, now }: Acting,
): Result<Patch[]> {
  const stage = state.find("stage", STAGE_RECORD_ID);
  if (stage === undefined) return refuse("session_unknown");
  const next = recordId === null ? undefined : state.find("question", recordId);
  if (stage.recordId === recordId) return done(next === undefined ? [] : leaveStageQueue(next, state));
  const patches: Patch[] = [set(stage, { recordId, since: now, page })];
  if (recordId !== null) {
    if (next === undefined) return refuse("record_unknown");
    if (!isShowable(next)) return refuse("question_not_public");
    patches.push(set(next, { onStage: true }), ...leaveStageQueue(next, state));
  }
  const previous = stage.recordId === null ? undefined : state.find("question", stage.recordId);
  if (previous !== undefined) patches.push(set(previous, { onStage: false }));
  return done(patches);
}

/** Turns to a page of what is on the stage; who turns a page of what has just left it changes nothing. */
export function turnStage({ recordId, page }: CommandOf<"stage.turn">, { state }: Acting): Result<Patch[]> {
  const stage = state.find("stage", STAGE_RECORD_ID);
  if (stage?.recordId !== recordId || stagePageOf(stage) === page) return done([]);
  return done([set(stage, { page })]);
}

export const stageJudges: Judges<keyof typeof stageCommands> = {
  "stage.show": showOnStage,
  "stage.turn": turnStage,
  "stage.queue": queueForStage,
};
