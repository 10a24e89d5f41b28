import type { PublicQuestion } from "../disclosed/questions.ts";
import type { MinutesWords } from "../runs.ts";

/** What became of a question. */
export function outcomeText(question: PublicQuestion, words: MinutesWords): string {
  if (question.status !== "closed") return words.outcomes[question.status];
  return question.outcome === "resolved" ? words.outcomes.resolved : words.outcomes.followUp;
}
