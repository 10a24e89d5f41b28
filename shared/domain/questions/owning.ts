import type { Command, CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import type { Actor } from "../actor.ts";
import { type Patch, set } from "../patches.ts";
import { isAnsweringSide, isAnsweringUnit, personOf } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import type { SessionState } from "../state.ts";
import { findOpenQuestion, sharedFields, writeQuestion } from "./fields.ts";
import { isOwned, type QuestionIn, type QuestionRecord, questionRecordId } from "./records.ts";
import { withStep } from "./trails/steps.ts";

/** One lead, any number in support. The lead of a question that was accepted already keeps it accepted. */
export function routeQuestion(command: CommandOf<"question.route">, acting: Acting): Result<Patch[]> {
  const { state, now } = acting;
  const found = findOpenQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status === "pending") return refuse("question_not_public");
  const { leadUnit } = command;
  const supportUnits = [...new Set(command.supportUnits ?? [])].filter((unit) => unit !== leadUnit);
  const stranger = [leadUnit, ...supportUnits].find((unit) => !isAnsweringUnit(unit, state));
  if (stranger !== undefined) return refuse("unit_unknown", { unit: stranger });
  return done(
    withStep(acting, question.questionId, { kind: "routed", unit: leadUnit }, [
      writeQuestion(routedFields(question, leadUnit, supportUnits, now)),
    ]),
  );
}

function routedFields(
  question: Exclude<QuestionRecord, { status: "pending" | "declined" | "merged" | "closed" }>,
  leadUnit: string,
  supportUnits: string[],
  now: number,
) {
  const units = { leadUnit, supportUnits };
  const fields = { ...sharedFields(question), ...units, publicAt: question.publicAt };
  if (question.status === "answered") {
    return { ...fields, status: "answered", answeredAt: question.answeredAt } as const;
  }
  if (question.status === "accepted" && question.leadUnit === leadUnit) {
    const { acceptedAt, promisedBy, routedAt } = question;
    return { ...fields, status: "accepted", acceptedAt, promisedBy, routedAt, handOn: null } as const;
  }
  return { ...fields, status: "routed", routedAt: now, handOn: null } as const;
}

export function acceptQuestion(command: CommandOf<"question.accept">, acting: Acting): Result<Patch[]> {
  const found = findOwned(command.questionId, acting);
  if (!found.ok) return found;
  const question = found.value;
  if (question.handOn !== null) return refuse("question_handed_on", { unit: question.handOn.toUnit });
  if (question.status === "accepted") return done([]);
  return done(
    withStep(acting, question.questionId, stepOf("accepted", question), [
      accepted(question, acting.now, null),
    ]),
  );
}

export function handOnQuestion(command: CommandOf<"question.handOn">, acting: Acting): Result<Patch[]> {
  const found = findOwned(command.questionId, acting);
  if (!found.ok) return found;
  const question = found.value;
  const { toUnit, reason } = command;
  if (toUnit === question.leadUnit || !isAnsweringUnit(toUnit, acting.state)) {
    return refuse("unit_unknown", { unit: toUnit });
  }
  if (question.handOn !== null) return refuse("question_handed_on", { unit: question.handOn.toUnit });
  return done(
    withStep(acting, question.questionId, { kind: "handedOn", unit: toUnit, note: reason }, [
      set(question, { handOn: { toUnit, reason, at: acting.now } }),
    ]),
  );
}

/** The unit thinks better of it, or a moderator leaves the question where it is. */
export function keepQuestion(command: CommandOf<"question.keep">, acting: Acting): Result<Patch[]> {
  const found = findOwned(command.questionId, acting);
  if (!found.ok) return found;
  const question = found.value;
  if (question.handOn === null) return done([]);
  return done(
    withStep(acting, question.questionId, stepOf("kept", question), [set(question, { handOn: null })]),
  );
}

export function promiseQuestion(command: CommandOf<"question.promise">, acting: Acting): Result<Patch[]> {
  const found = findOwned(command.questionId, acting);
  if (!found.ok) return found;
  const question = found.value;
  const { dueAt } = command;
  if (dueAt <= acting.now) return refuse("date_passed");
  if (question.handOn !== null) return refuse("question_handed_on", { unit: question.handOn.toUnit });
  if (question.status === "accepted" && question.promisedBy === dueAt) return done([]);
  return done(
    withStep(acting, question.questionId, { ...stepOf("promised", question), dueAt }, [
      accepted(question, acting.now, dueAt),
    ]),
  );
}

function accepted(
  question: QuestionIn<"routed" | "accepted">,
  now: number,
  promisedBy: number | null,
): Patch {
  const { leadUnit, supportUnits, publicAt, routedAt } = question;
  const acceptedAt = question.status === "accepted" ? question.acceptedAt : now;
  const units = { leadUnit, supportUnits, publicAt, routedAt, handOn: null };
  return writeQuestion({ ...sharedFields(question), ...units, status: "accepted", acceptedAt, promisedBy });
}

function stepOf<K extends string>(kind: K, { leadUnit }: QuestionIn<"routed" | "accepted">) {
  return { kind, unit: leadUnit };
}

/** A question its unit has and has not answered. */
function findOwned(questionId: string, acting: Acting): Result<QuestionIn<"routed" | "accepted">> {
  const found = findOpenQuestion(questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  if (isOwned(question)) return done(question);
  return refuse("question_not_routed");
}

/** Whose question it is may have changed a moment ago; a unit that is too late is told which one has it now. */
export function denialOfUnit(command: Command, state: SessionState, actor: Actor): Result<never> | null {
  switch (command.type) {
    case "question.accept":
    case "question.handOn":
    case "question.keep":
    case "question.promise": {
      const leadUnit = state.find("question", questionRecordId(command.questionId))?.leadUnit;
      const person = personOf(actor, state);
      if (leadUnit == null || person === undefined || !isAnsweringSide(person.side)) return null;
      return refuse("not_lead_unit", { unit: leadUnit });
    }
    default:
      return null;
  }
}
