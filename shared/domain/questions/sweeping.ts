import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { isKnownAsker } from "../askers/askers.ts";
import type { Patch } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { findQuestion } from "./fields.ts";
import { declined, held } from "./moderation.ts";
import type { QuestionIn } from "./records.ts";

/** Everything pending of one asker at once; each question has its own step, so that each is undone by itself. */
export function sweepQuestions(command: CommandOf<"question.sweep">, acting: Acting): Result<Patch[]> {
  const found = findQuestion(command.questionId, acting.state);
  if (!found.ok) return found;
  const question = found.value;
  if (question.status !== "pending") return refuse("question_not_pending");
  const swept = sameAskers(question, acting);
  const { reason } = command;
  switch (command.act) {
    case "decline":
      if (reason === undefined) return refuse("reason_needed");
      return done(swept.flatMap((one) => declined(one, reason, acting)));
    case "hold":
      return done(swept.flatMap((one) => (one.held ? [] : held(one, true, acting))));
  }
}

/** Of a joined one, and of one whose asker is not recorded, nothing else is said to be the same asker's. */
function sameAskers(question: QuestionIn<"pending">, { state }: Acting): QuestionIn<"pending">[] {
  if (question.merged !== null || !isKnownAsker(question.askerId, state)) return [question];
  return [...state.pendingOf(question.askerId)];
}
