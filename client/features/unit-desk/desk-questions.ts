import { isLive } from "../../../shared/domain/questions/records.ts";
import type { AnswerView, QuestionView } from "../../session/views.ts";
import { isDoubted } from "../questions/question-state.ts";

/** The desk of one unit, group by group. */
export const DESK_GROUPS = ["toAccept", "toAnswer", "supporting", "done"] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];
export type Desk = Readonly<Record<DeskGroup, readonly QuestionView[]>>;
/** Where every question stands, by record id. */
export type DeskPlaces = Readonly<Record<DeskGroup, readonly string[]>>;

/**
 * The questions in which `unit` has the lead or supports: what it has to accept, to answer, to add its part to, and what is
 * done. The longest waiting stands first; of what is done, what an asker still doubts, then the newest.
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
  desk.done.reverse().sort((one, other) => Number(isDoubted(other)) - Number(isDoubted(one)));
  return desk;
}

export function questionsOn(desk: Desk): readonly QuestionView[] {
  return DESK_GROUPS.flatMap((group) => desk[group]);
}

/** Whether nothing stands on it. */
export function isBare(desk: Desk): boolean {
  return DESK_GROUPS.every((group) => desk[group].length === 0);
}

export function placesOf(desk: Desk): DeskPlaces {
  return eachGroup((group) => desk[group].map(({ id }) => id));
}

/**
 * `desk` with nothing moved: every question in the group and the place where it stood, whatever has become of it. What is
 * new is left out, but for what is `added`: that stands at the end of its group.
 */
export function heldDesk(before: DeskPlaces, desk: Desk, added: ReadonlySet<string>): Desk {
  const byId = new Map(questionsOn(desk).map((question) => [question.id, question]));
  const known = new Set(DESK_GROUPS.flatMap((group) => before[group]));
  return eachGroup((group) => [
    ...before[group].flatMap((id) => byId.get(id) ?? []),
    ...desk[group].filter(({ id }) => added.has(id) && !known.has(id)),
  ]);
}

function eachGroup<T>(of: (group: DeskGroup) => T): Record<DeskGroup, T> {
  return {
    toAccept: of("toAccept"),
    toAnswer: of("toAnswer"),
    supporting: of("supporting"),
    done: of("done"),
  };
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
