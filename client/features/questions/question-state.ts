import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import type { TagTone } from "../../ui/tag.tsx";

/** The state of a question as a person reads it; `unsent` and `refused` are those of one's own outbox. */
export type QuestionState = keyof Messages["common"]["question"]["status"];

const TONES: Record<QuestionState, TagTone> = {
  pending: "waiting",
  declined: "plain",
  public: "plain",
  routed: "waiting",
  accepted: "waiting",
  answered: "done",
  resolved: "done",
  "follow-up": "unit",
  merged: "plain",
  unsent: "waiting",
  refused: "live",
};

/** Whether a question goes its own way: not sent back, not joined into another. */
export function isInPlay(status: QuestionView["status"]): boolean {
  return status !== "declined" && status !== "merged";
}

export function questionState(question: QuestionView): QuestionState {
  return question.status === "closed" ? question.outcome : question.status;
}

/** Whether an asker still doubts the answer, and something can be done about it. */
export function isDoubted(question: QuestionView): boolean {
  return question.status === "answered" && question.unsettled > 0;
}

export function toneOfState(state: QuestionState): TagTone {
  return TONES[state];
}
