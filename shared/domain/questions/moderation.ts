import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { openFollowups, withdrawFollowup } from "../followups/opening.ts";
import { type Patch, remove, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { plenaryIn } from "../rooms/plenary.ts";
import { roomRecordId } from "../rooms/records.ts";
import { findQuestion, NO_UNITS, sharedFields, writeQuestion } from "./fields.ts";
import { isLive, isPublic, isShowable, type QuestionIn, type QuestionRecord } from "./records.ts";
import { withStep } from "./trails/steps.ts";

/** Two moderators may press at once: approving what is public already changes nothing. */
export function approveQuestion(command: CommandOf<"question.approve">, acting: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "merged") return refuse("question_merged");
  if (question.status !== "pending") return done([]);
  const { questionId } = question;
  return done(
    withStep(acting, questionId, { kind: "approved" }, [
      writeQuestion({ ...sharedFields(question), ...NO_UNITS, status: "public", publicAt: acting.now }),
    ]),
  );
}

/** 暂存: aside, out of the queue's way, until somebody takes it up again. */
export function holdQuestion(command: CommandOf<"question.hold">, acting: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status !== "pending") return refuse("question_not_pending");
  return done(question.held === command.on ? [] : held(question, command.on, acting));
}

/** A pending question put aside, or back into the queue. */
export function held(question: QuestionIn<"pending">, on: boolean, acting: Acting): Patch[] {
  const kind = on ? "held" : "unheld";
  return withStep(acting, question.questionId, { kind }, [set(question, { held: on })]);
}

export function declineQuestion(command: CommandOf<"question.decline">, acting: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  switch (question.status) {
    case "declined":
      // Who names none beside one that is named has said nothing new.
      if (
        question.declineReason === command.reason &&
        [question.similarTo, undefined].includes(command.similarTo)
      )
        return done([]);
      break;
    case "merged":
      return refuse("question_merged");
    case "closed":
      return refuse("question_closed");
    case "routed":
    case "accepted":
    case "answered":
      return refuse("question_not_pending");
    case "pending":
    case "public":
      break;
  }
  const { reason, similarTo } = command;
  if (similarTo !== undefined) {
    const similar = findQuestion(similarTo, acting.state);
    if (!similar.ok) return similar;
    if (similarTo === question.questionId || !isShowable(similar.value)) return refuse("question_not_public");
  }
  return done(declined(question, reason, acting, similarTo));
}

/** A question that goes back to its asker with a reason. */
export function declined(
  question: QuestionRecord,
  reason: string,
  acting: Acting,
  similarTo?: string,
): Patch[] {
  const fields = { ...sharedFields(question), ...NO_UNITS, onStage: false };
  return withStep(acting, question.questionId, { kind: "declined", note: reason }, [
    writeQuestion({
      ...fields,
      status: "declined",
      declineReason: reason,
      ...(similarTo !== undefined && { similarTo }),
    }),
  ]);
}

/** Opens again: what was declined waits for a decision, what was answered or closed for its unit. */
export function restoreQuestion(command: CommandOf<"question.restore">, acting: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  const { questionId } = question;
  switch (question.status) {
    case "pending":
      return done([]);
    case "declined":
      return done(
        withStep(acting, questionId, { kind: "restored" }, [
          writeQuestion({ ...sharedFields(question), ...NO_UNITS, status: "pending", held: false }),
        ]),
      );
    case "answered":
    case "closed":
      return done(
        withStep(acting, questionId, { kind: "restored", unit: question.leadUnit }, [
          openAgain(question, acting.now),
          ...forgetRatings(question, acting),
          ...withdrawFollowup(questionId, acting.state),
        ]),
      );
    case "merged":
      return refuse("question_merged");
    case "public":
    case "routed":
    case "accepted":
      return refuse("question_not_pending");
  }
}

function openAgain(question: Extract<QuestionRecord, { status: "answered" | "closed" }>, now: number): Patch {
  const { leadUnit, supportUnits, publicAt } = question;
  const fields = { ...sharedFields(question), settled: 0, unsettled: 0, publicAt };
  if (leadUnit === null) return writeQuestion({ ...fields, ...NO_UNITS, status: "public" });
  return writeQuestion({ ...fields, leadUnit, supportUnits, status: "routed", routedAt: now, handOn: null });
}

/** What askers thought of an answer says nothing of the next one. */
function forgetRatings(question: QuestionRecord, { state }: Acting): Patch[] {
  return [...state.children(question.id)].filter(({ kind }) => kind === "rating").map(({ id }) => remove(id));
}

/**
 * 办结, or 转入台账: then a row of the ledger is opened. Closed is closed: another outcome would leave the row of a question
 * that is said to be resolved.
 */
export function closeQuestion(command: CommandOf<"question.close">, acting: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "merged") return refuse("question_merged");
  if (!isPublic(question)) return refuse("question_not_public");
  const { outcome } = command;
  if (question.status === "closed")
    return question.outcome === outcome ? done([]) : refuse("question_closed");
  const { leadUnit, supportUnits, publicAt } = question;
  const answeredAt = "answeredAt" in question ? question.answeredAt : null;
  const closed = writeQuestion({
    ...sharedFields(question),
    leadUnit,
    supportUnits,
    publicAt,
    answeredAt,
    status: "closed",
    outcome,
    closedAt: acting.now,
  });
  const opened = outcome === "follow-up" ? openFollowups([question], acting) : [];
  const kind = outcome === "follow-up" ? "followUp" : "resolved";
  return done(withStep(acting, question.questionId, { kind, unit: leadUnit }, [closed, ...opened]));
}

/** A question of a group is read and answered in the plenary as well, and stays where it was asked. */
export function liftQuestion(command: CommandOf<"question.lift">, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (!isPublic(question)) return refuse("question_not_public");
  const room = state.find("room", roomRecordId(question.roomId));
  if (room?.roomKind === "plenary") return refuse("room_is_plenary");
  const plenary = plenaryIn(state);
  if (plenary === undefined) return refuse("room_unknown");
  const liftedTo = command.on ? plenary.roomId : null;
  if (question.liftedTo === liftedTo) return done([]);
  const kind = command.on ? "lifted" : "lowered";
  return done(withStep(acting, question.questionId, { kind }, [set(question, { liftedTo })]));
}

/** Whether something is still to be done about a question when the session ends. */
export function isLeftOpen({ status, unsettled }: Pick<QuestionRecord, "status" | "unsettled">): boolean {
  return isLive(status) && (status !== "answered" || unsettled > 0);
}
