import { isLive } from "../../../shared/domain/questions/records.ts";
import type { AnswerView, QuestionView } from "../../session/views.ts";

/** The desk of one unit, group by group. */
export const DESK_GROUPS = ["toAccept", "toAnswer", "supporting", "done"] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];
export type Desk = Readonly<Record<DeskGroup, readonly QuestionView[]>>;

/**
 * The questions in which `unit` has the lead or supports: what it has to accept, to answer, to add its part to, and what is
 * done. The longest waiting stands first; what is done, the newest first.
 */
export function deskOf(
  questions: readonly QuestionView[],
  answers: ReadonlyMap<string, readonly AnswerView[]>,
  unit: string,
): Desk {
  const desk: Record<DeskGroup, QuestionView[]> = { toAccept: [], toAnswer: [], supporting: [], done: [] };
  for (const question of [...questions].sort((one, other) => one.askedAt - other.askedAt)) {
    if (question.leadUnit !== unit && !question.supportUnits.includes(unit)) continue;
    desk[groupOf(question, answers.get(question.questionId) ?? [], unit)].push(question);
  }
  desk.done.reverse();
  return desk;
}

/** How many questions wait for the unit. */
export function waitingOn(desk: Desk): number {
  return desk.toAccept.length + desk.toAnswer.length + desk.supporting.length;
}

function groupOf(question: QuestionView, given: readonly AnswerView[], unit: string): DeskGroup {
  if (question.leadUnit === unit) {
    if (question.status === "routed") return "toAccept";
    return question.status === "accepted" ? "toAnswer" : "done";
  }
  const hasSaid = given.some((answer) => answer.unit === unit);
  return isLive(question.status) && !hasSaid ? "supporting" : "done";
}
