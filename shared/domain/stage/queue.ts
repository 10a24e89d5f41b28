import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put } from "../patches.ts";
import { isShowable, type QuestionRecord, questionRecordId } from "../questions/records.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { STAGE_QUEUE_RECORD_ID } from "./records.ts";

/** Puts a question at a place among those that go on the stage next, or with null takes it out. */
export function queueForStage(
  { questionId, place }: CommandOf<"stage.queue">,
  { state }: Acting,
): Result<Patch[]> {
  const queued = queuedIds(state);
  const others = queued.filter((id) => id !== questionId && isShowableId(id, state));
  if (place === null) return done(queued.includes(questionId) ? [write(others)] : []);
  const question = state.find("question", questionRecordId(questionId));
  if (question === undefined) return refuse("question_unknown");
  if (!isShowable(question)) return refuse("question_not_public");
  if (others.length >= LIMITS.stageQueueMax) return refuse("too_many_queued");
  return done([write(others.toSpliced(place, 0, questionId))]);
}

/** What is on the stage waits no longer. */
export function leaveStageQueue(question: QuestionRecord, state: SessionState): Patch[] {
  const queued = queuedIds(state);
  if (!queued.includes(question.questionId)) return [];
  return [write(queued.filter((id) => id !== question.questionId))];
}

function queuedIds(state: SessionState): readonly string[] {
  return state.find("stageQueue", STAGE_QUEUE_RECORD_ID)?.questionIds ?? [];
}

function isShowableId(questionId: string, state: SessionState): boolean {
  const question = state.find("question", questionRecordId(questionId));
  return question !== undefined && isShowable(question);
}

function write(questionIds: readonly string[]): Patch {
  return put("stageQueue", STAGE_QUEUE_RECORD_ID, { questionIds: [...questionIds] });
}
