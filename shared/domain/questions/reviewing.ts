import type { Command } from "../../protocol/commands/command.ts";
import type { Actor } from "../actor.ts";
import { leadsRoom } from "../people/leading.ts";
import { type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { type QuestionRecord, questionRecordId } from "./records.ts";
import { REVIEW_STEPS, SAID_STEPS, trailRecordId } from "./trails/records.ts";

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

/**
 * Whether somebody types what was said aloud to a question, as the leader of the room it was asked in: a question that the room
 * sees and with which staff have nothing in hand, neither routed, joined nor on the stage.
 */
export function capturesAsLeader(actor: Actor, questionId: string, state: SessionState): boolean {
  const question = state.find("question", questionRecordId(questionId));
  if (question === undefined || !leadsRoom(actor, question.roomId, state)) return false;
  const { status, disclosure, merged, onStage } = question;
  if (disclosure === "staff" || merged !== null || onStage) return false;
  if (status === "public") return true;
  // What was answered without having been routed was answered aloud; others may add to it.
  return status === "answered" && !wasRouted(questionId, state);
}

/** Whether staff have ever given a question to a unit. */
function wasRouted(questionId: string, state: SessionState): boolean {
  const steps = state.find("trail", trailRecordId(questionId))?.steps ?? [];
  return steps.some(({ kind }) => kind === "routed");
}

/** Whether the last step of a question is one of the review in the leader's room, or what the leader typed there, and nothing is made of it elsewhere. */
export function undoesAsLeader(actor: Actor, questionId: string, state: SessionState): boolean {
  const question = state.find("question", questionRecordId(questionId));
  const last = state.find("trail", trailRecordId(questionId))?.steps.at(-1);
  if (question === undefined || last === undefined) return false;
  const isOwn = actor.kind === "person" && last.by === actor.personId;
  const isTyped = isOwn && SAID_STEPS.has(last.kind) && !wasRouted(questionId, state);
  if (!REVIEW_STEPS.has(last.kind) && !isTyped) return false;
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
    case "answer.post": {
      const question = state.find("question", questionRecordId(command.questionId));
      const isLeaders = question !== undefined && leadsRoom(actor, question.roomId, state);
      return isLeaders && command.manner === "oral" ? refuse("question_with_staff") : null;
    }
    default:
      return null;
  }
}
