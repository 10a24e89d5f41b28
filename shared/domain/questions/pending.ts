import { personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import { trailRecordId } from "../trails/records.ts";
import type { QuestionIn } from "./records.ts";

/** The pending questions that `askerId` is the asker of, without joined ones. Costs what one person has asked, not what all have. */
export function* pendingOf(askerId: string, state: SessionState): Generator<QuestionIn<"pending">> {
  for (const child of state.children(personRecordId(askerId))) {
    if (child.kind === "question" && child.status === "pending" && child.merged === null) yield child;
  }
}

/** Whether a person has `max` pending questions that the person has sent, and staff have not for the person. */
export function hasPending(personId: string, max: number, state: SessionState): boolean {
  let count = 0;
  for (const { questionId } of pendingOf(personId, state)) {
    if (state.find("trail", trailRecordId(questionId))?.steps[0]?.by === personId) count += 1;
    if (count >= max) return true;
  }
  return false;
}
