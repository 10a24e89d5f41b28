import type { CommandOf } from "../../../protocol/commands/command.ts";
import type { Acting } from "../../acting.ts";
import { NOBODY } from "../../actor.ts";
import { askersOf } from "../../askers/askers.ts";
import { type Patch, put, set } from "../../patches.ts";
import { done, type Result, refuse } from "../../result.ts";
import { representativeOf } from "../family.ts";
import { findQuestion } from "../fields.ts";
import { withStep } from "../trails/steps.ts";
import { ratingRecordId } from "./records.ts";

/** Each asker has one say, and may change it until the question is closed. */
export function rateQuestion(command: CommandOf<"question.rate">, acting: Acting): Result<Patch[]> {
  const { state, by, now } = acting;
  const found = findQuestion(command.questionId, state);
  if (!found.ok) return found;
  const question = representativeOf(found.value, state);
  if (question.status === "closed") return refuse("question_closed");
  if (question.status !== "answered") return refuse("question_not_answered");
  const askers = askersOf(question);
  const askerId = by === NOBODY ? command.followId : by;
  const place = askers.findIndex((asker) => asker.askerId === askerId);
  if (askerId === undefined || place < 0) return refuse("forbidden");
  const { verdict, note = null } = command;
  const { questionId } = question;
  const id = ratingRecordId(questionId, place);
  const before = state.find("rating", id);
  if (before?.verdict === verdict && before.note === note) return done([]);
  const counts = { settled: question.settled, unsettled: question.unsettled };
  if (before !== undefined) counts[before.verdict] -= 1;
  counts[verdict] += 1;
  const patches = [
    put("rating", id, { questionId, askerId, verdict, note, ratedAt: now }),
    set(question, counts),
  ];
  return done(withStep(acting, questionId, { kind: "rated", note, verdict }, patches, true));
}
