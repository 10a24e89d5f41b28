import type { CommandOf } from "../../protocol/commands/command.ts";
import type { stageCommands } from "../../protocol/commands/stage.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { leaveStageQueue, queueForStage } from "./queue.ts";
import { STAGE_RECORD_ID, stagePageOf } from "./records.ts";
import { faultOnStage } from "./showable.ts";

/** Shows what has a page of the stage on the projector, or with null the welcome page. What is there already stays at its page. */
export function showOnStage(
  { recordId, page = 1 }: CommandOf<"stage.show">,
  { state, now }: Acting,
): Result<Patch[]> {
  const stage = state.find("stage", STAGE_RECORD_ID);
  if (stage === undefined) return refuse("session_unknown");
  const question = recordId === null ? undefined : state.find("question", recordId);
  if (stage.recordId === recordId) {
    return done(question === undefined ? [] : leaveStageQueue(question, state));
  }
  const fault = recordId === null ? null : faultOnStage(recordId, state);
  if (fault !== null) return refuse(fault);
  const shown = set(stage, { recordId, since: now, page });
  return done(question === undefined ? [shown] : [shown, ...leaveStageQueue(question, state)]);
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
