import type { Command } from "../../protocol/commands/command.ts";
import type { Actor } from "../actor.ts";
import { leadsRoom } from "../people/leading.ts";
import { type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { type QuestionRecord, questionRecordId } from "./records.ts";
import { REVIEW_STEPS, trailRecordId } from "./trails/records.ts";

/** Whether a question waits for a decision or was sent back, and the room may see it once it is public. */
export function isUnderReview({
  status,
  disclosure,
}: Pick<QuestionRecord, "status" | "disclosure">): boolean {
  return (status === "pending" || status === "declined") && disclosure !== "staff";
}

/** Whether somebody leads the room in which a question waits. */
export function reviewsAsLeader(actor: Actor, questionId: string, state: SessionState): boolean {
  const question = state.find("question", questionRecordId(questionId));
  return question !== undefined && isUnderReview(question) && leadsRoom(actor, question.roomId, state);
}

/** Whether the last step of a question is one of the review in the leader's room, and nothing is made of it elsewhere. */
export function undoesAsLeader(actor: Actor, questionId: string, state: SessionState): boolean {
  const question = state.find("question", questionRecordId(questionId));
  const last = state.find("trail", trailRecordId(questionId))?.steps.at(-1);
  if (question === undefined || last === undefined || !REVIEW_STEPS.has(last.kind)) return false;
  return !question.onStage && question.disclosure !== "staff" && leadsRoom(actor, question.roomId, state);
}

/** A moderator may have decided a moment ago; a leader who comes too late is told so. */
export function denialOfReview(command: Command, state: SessionState, actor: Actor): Result<never> | null {
  switch (command.type) {
    case "question.approve":
    case "question.decline":
    case "question.hold":
    case "question.restore": {
      const question = state.find("question", questionRecordId(command.questionId));
      const isLeaders = question !== undefined && leadsRoom(actor, question.roomId, state);
      return isLeaders ? refuse("question_not_pending") : null;
    }
    default:
      return null;
  }
}
