import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { RatingView } from "../../../shared/domain/questions/ratings/views.ts";
import { isLive } from "../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { isDoubted } from "../questions/question-state.ts";

/** The desk of one unit, group by group. */
export const DESK_GROUPS = ["toAccept", "toAnswer", "doubted", "supporting", "done"] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];
export type Desk = Readonly<Record<DeskGroup, readonly QuestionView[]>>;
/** Where every question stands, by record id. */
export type DeskPlaces = Readonly<Record<DeskGroup, readonly string[]>>;

/** Groups in which a question waits for the unit. */
const WAITING_GROUPS = DESK_GROUPS.filter((group) => group !== "done");

/** What is known of the questions beside themselves. */
export interface DeskRecords {
  /** By question id. */
  readonly answers: ReadonlyMap<string, readonly AnswerView[]>;
  readonly ratings: readonly RatingView[];
}

/**
 * The questions in which `unit` has the lead or supports: what it has to accept, to answer, to answer once more because an
 * asker still doubts, to add its part to, and what is done. The longest waiting stands first; of what is done, what an asker
 * still doubts, then the newest.
 */
export function deskOf(
  questions: readonly QuestionView[],
  { answers, ratings }: DeskRecords,
  unit: string,
): Desk {
  const desk: Record<DeskGroup, QuestionView[]> = eachGroup(() => []);
  const doubtedAt = lastDoubts(ratings);
  for (const question of [...questions].sort((one, other) => one.askedAt - other.askedAt)) {
    const { questionId, leadUnit, supportUnits } = question;
    if (leadUnit !== unit && !supportUnits.includes(unit)) continue;
    const given = (answers.get(questionId) ?? []).filter((answer) => answer.unit === unit);
    const group =
      leadUnit === unit ? groupOfLead(question, given, doubtedAt) : groupOfSupport(question, given);
    desk[group].push(question);
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
    doubted: of("doubted"),
    supporting: of("supporting"),
    done: of("done"),
  };
}

/** How many questions wait for the unit. */
export function waitingOn(desk: Desk): number {
  return WAITING_GROUPS.reduce((count, group) => count + desk[group].length, 0);
}

/** Whether an asker has doubted since the unit last said something: until then the asker's word is waited for, not the unit's. */
function groupOfLead(
  question: QuestionView,
  given: readonly AnswerView[],
  doubtedAt: ReadonlyMap<string, number>,
): DeskGroup {
  if (question.status === "routed") return "toAccept";
  if (question.status === "accepted") return "toAnswer";
  const said = given.map(({ postedAt, editedAt }) => editedAt ?? postedAt);
  const doubted = doubtedAt.get(question.questionId) ?? 0;
  return isDoubted(question) && said.every((at) => at <= doubted) ? "doubted" : "done";
}

function groupOfSupport(question: QuestionView, given: readonly AnswerView[]): DeskGroup {
  return isLive(question.status) && given.length === 0 ? "supporting" : "done";
}

/** When an asker last said 仍有疑问, by question id. */
function lastDoubts(ratings: readonly RatingView[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { questionId, verdict, ratedAt } of ratings) {
    if (verdict !== "unsettled") continue;
    last.set(questionId, Math.max(last.get(questionId) ?? 0, ratedAt));
  }
  return last;
}
