import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { eldestFirst } from "../../finding/question-sort.ts";
import { askerUnits } from "../../questions/asker-credit.ts";

/** What `question.merge` needs besides the wording. */
export interface JoinPlan {
  /** The joined question that takes in the others; null where a new one comes of them. */
  readonly intoId: string | null;
  readonly questionIds: readonly string[];
}

/** Whether a question can be joined with others: it stands in a list, without an answer, and was not sent back. */
export function isJoinable(question: QuestionView): boolean {
  const { status } = question;
  if (status === "pending") return question.held !== true;
  return status === "public" || status === "routed" || status === "accepted";
}

/** The marked questions that can still be joined, who asked first before the others. */
export function joinableOf(
  marked: ReadonlySet<string>,
  byId: ReadonlyMap<string, QuestionView>,
): readonly QuestionView[] {
  return [...marked]
    .flatMap((questionId) => byId.get(questionId) ?? [])
    .filter(isJoinable)
    .sort(eldestFirst);
}

/** The only joined one among the questions takes in the others; without one, or with several, a new one comes of all. */
export function joinPlan(questions: readonly QuestionView[]): JoinPlan {
  const joined = questions.filter(({ mergedFrom }) => mergedFrom !== null);
  const into = joined.length === 1 ? joined[0] : undefined;
  return {
    intoId: into?.questionId ?? null,
    questionIds: questions.filter((question) => question !== into).map(({ questionId }) => questionId),
  };
}

/** The wording to begin with: the longest says most. */
export function longestText(questions: readonly QuestionView[]): string {
  return questions.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
}

/** The units that asked, in one line. */
export function unitsLine(question: QuestionView, separator: string): string {
  return askerUnits(question).join(separator);
}
