import { isLive } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { eldestFirst } from "../../finding/question-sort.ts";

/** The tables of the console; `open` is everything public that is not closed. */
export const QUESTION_TABS = ["open", "routed", "answered", "closed", "declined"] as const;
export type QuestionTab = (typeof QUESTION_TABS)[number];

/** Whether a question stands in a tab. */
export function standsIn(tab: QuestionTab, { status }: QuestionView): boolean {
  if (tab === "open") return isLive(status);
  if (tab === "routed") return status === "routed" || status === "accepted";
  return status === tab;
}

/** What waits for a decision, the oldest first, without what is put aside and what has been decided here and is still on its way. */
export function pendingQueue(
  questions: readonly QuestionView[],
  underWay: readonly { readonly command: Command; readonly problem?: unknown }[],
): QuestionView[] {
  const decided = new Set<string>();
  for (const { command, problem } of underWay) {
    if (problem !== undefined) continue;
    for (const questionId of decidedBy(command, questions)) decided.add(questionId);
  }
  return questions
    .filter(
      (question) => question.status === "pending" && !question.held && !decided.has(question.questionId),
    )
    .sort(eldestFirst);
}

/** What is put aside, the oldest first. */
export function heldList(questions: readonly QuestionView[]): QuestionView[] {
  return questions.filter((question) => question.status === "pending" && question.held).sort(eldestFirst);
}

/**
 * What the asker of a question has pending, the question among it; it alone where it came by joining, or where nobody may know
 * who asked.
 */
export function pendingOfAsker(
  question: QuestionView,
  questions: readonly QuestionView[],
): readonly QuestionView[] {
  const { askerId, mergedFrom } = question;
  if (askerId === undefined || askerId === "" || mergedFrom !== null) return [question];
  return questions.filter(
    (one) => one.status === "pending" && one.mergedFrom === null && one.askerId === askerId,
  );
}

/** The questions that a command takes out of the queue. */
function decidedBy(command: Command, questions: readonly QuestionView[]): readonly string[] {
  switch (command.type) {
    case "question.approve":
    case "question.decline":
      return [command.questionId];
    case "question.hold":
      return command.on ? [command.questionId] : [];
    case "question.sweep": {
      const question = questions.find(({ questionId }) => questionId === command.questionId);
      if (question === undefined) return [];
      return pendingOfAsker(question, questions).map(({ questionId }) => questionId);
    }
    case "question.merge":
      return command.questionIds;
    default:
      return [];
  }
}

/** Where the selection goes: it stays while its question is there, else to what took its place, else to the last. */
export function nextSelection(
  selected: string | null,
  before: readonly string[],
  now: readonly string[],
): string | null {
  if (selected !== null && now.includes(selected)) return selected;
  const place = selected === null ? 0 : Math.max(0, before.indexOf(selected));
  return now[Math.min(place, now.length - 1)] ?? null;
}

/** Numbers of the top bar. */
export function totals(questions: readonly QuestionView[]) {
  const counts = { asked: 0, open: 0, answered: 0, followUps: 0 };
  for (const question of questions) {
    if (question.status === "declined" || question.status === "merged") continue;
    counts.asked += 1;
    if (question.status === "pending") continue;
    counts.open += 1;
    if (question.status === "closed" && question.outcome === "follow-up") counts.followUps += 1;
    else if (question.status === "answered" || question.status === "closed") counts.answered += 1;
  }
  return counts;
}
