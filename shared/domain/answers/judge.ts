import type { answerCommands } from "../../protocol/commands/answers.ts";
import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { gistFollowing } from "../followups/gist.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, set } from "../patches.ts";
import { isAnsweringUnit, isStaff, personOf } from "../people/standing.ts";
import { findOpenQuestion, sharedFields, writeQuestion } from "../questions/fields.ts";
import { questionRecordId } from "../questions/records.ts";
import { capturesAsLeader } from "../questions/reviewing.ts";
import { withStep } from "../questions/trails/steps.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { answerRecordId } from "./records.ts";

/**
 * Typed by a member of the unit, or by a recorder or the room's leader for whoever spoke: the same record. Supporting units add their part, the
 * lead unit concludes; whoever answers has accepted.
 */
export function postAnswer(command: CommandOf<"answer.post">, acting: Acting): Result<Patch[]> {
  const { state, actor, by, now } = acting;
  const { answerId, questionId, text, manner } = command;
  const id = answerRecordId(answerId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  const found = findOpenQuestion(questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "pending") return refuse("question_not_public");
  // Who may only type for others says for whom.
  const isTyped = isStaff(actor, state) || (manner === "oral" && capturesAsLeader(actor, questionId, state));
  const unit = isTyped ? (command.unit ?? question.leadUnit) : personOf(actor, state)?.unit;
  if (unit === null || unit === undefined) return refuse("question_not_routed");
  if (!isAnsweringUnit(unit, state)) return refuse("unit_unknown", { unit });
  const isSupport = question.leadUnit !== null && question.leadUnit !== unit;
  const part = command.part === true || isSupport;
  const answer = put("answer", id, {
    answerId,
    questionId,
    text,
    manner,
    unit,
    postedBy: by,
    postedAt: now,
    editedAt: null,
    part,
    status: "public",
  });
  if (part) return done(withStep(acting, questionId, { kind: "part", unit }, [answer]));
  const { leadUnit, supportUnits, publicAt } = question;
  const answered = writeQuestion({
    ...sharedFields(question),
    // Who answers what was routed to nobody leads it from then on.
    leadUnit: leadUnit ?? unit,
    supportUnits,
    publicAt,
    status: "answered",
    answeredAt: question.status === "answered" ? question.answeredAt : now,
  });
  return done(withStep(acting, questionId, { kind: "answered", unit }, [answer, answered]));
}

export function editAnswer(command: CommandOf<"answer.edit">, { state, now }: Acting): Result<Patch[]> {
  const answer = state.find("answer", answerRecordId(command.answerId));
  if (answer === undefined) return refuse("answer_unknown");
  const question = state.find("question", questionRecordId(answer.questionId));
  if (question?.status === "closed") return refuse("question_closed");
  return done(answer.text === command.text ? [] : [set(answer, { text: command.text, editedAt: now })]);
}

export function holdAnswer(command: CommandOf<"answer.hold">, { state }: Acting): Result<Patch[]> {
  const answer = state.find("answer", answerRecordId(command.answerId));
  if (answer === undefined) return refuse("answer_unknown");
  const question = state.find("question", questionRecordId(answer.questionId));
  const status = command.on ? "held" : "public";
  if (answer.status === status) return done([]);
  return done([
    put("answer", answer.id, { ...bareFields(answer), status }),
    ...(question === undefined ? [] : gistFollowing(answer, question, command.on, state)),
  ]);
}

export const answerJudges: Judges<keyof typeof answerCommands> = {
  "answer.post": postAnswer,
  "answer.edit": editAnswer,
  "answer.hold": holdAnswer,
};
