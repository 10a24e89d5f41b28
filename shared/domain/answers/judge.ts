import type { CommandOf } from "../../protocol/commands/command.ts";
import { type Actor, actorId } from "../actor.ts";
import { type Patch, put, set } from "../patches.ts";
import { isMunicipalUnit, isStaff, personOf } from "../people/standing.ts";
import { answeredQuestion } from "../questions/judge.ts";
import { questionRecordId } from "../questions/records.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { answerRecordId } from "./records.ts";

/** Typed by a member of the unit, or by a recorder for whoever spoke: the same record. */
export function postAnswer(
  command: CommandOf<"answer.post">,
  state: SessionState,
  actor: Actor,
  now: number,
): Result<Patch[]> {
  const { answerId, questionId, text, manner } = command;
  const id = answerRecordId(answerId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  const question = state.find("question", questionRecordId(questionId));
  if (question === undefined) return refuse("question_unknown");
  if (question.status === "pending") return refuse("question_not_public");
  if (question.status === "declined") return refuse("question_declined");
  if (question.status === "closed") return refuse("question_closed");
  const unit = isStaff(actor, state) ? (command.unit ?? question.leadUnit) : personOf(actor, state)?.unit;
  if (unit === null || unit === undefined) return refuse("question_not_routed");
  if (!isMunicipalUnit(unit, state)) return refuse("unit_unknown", { unit });
  const answer = put("answer", id, {
    answerId,
    questionId,
    text,
    manner,
    unit,
    postedBy: actorId(actor),
    postedAt: now,
    editedAt: null,
    status: "public",
  });
  return done(question.status === "answered" ? [answer] : [answer, answeredQuestion(question)]);
}

export function editAnswer(
  command: CommandOf<"answer.edit">,
  state: SessionState,
  now: number,
): Result<Patch[]> {
  const answer = state.find("answer", answerRecordId(command.answerId));
  if (answer === undefined) return refuse("answer_unknown");
  const question = state.find("question", questionRecordId(answer.questionId));
  if (question?.status === "closed") return refuse("question_closed");
  return done(answer.text === command.text ? [] : [set(answer, { text: command.text, editedAt: now })]);
}

export function holdAnswer(command: CommandOf<"answer.hold">, state: SessionState): Result<Patch[]> {
  const answer = state.find("answer", answerRecordId(command.answerId));
  if (answer === undefined) return refuse("answer_unknown");
  const status = command.on ? "held" : "public";
  if (answer.status === status) return done([]);
  const { id, kind: _kind, rev: _rev, ...fields } = answer;
  return done([put("answer", id, { ...fields, status })]);
}
