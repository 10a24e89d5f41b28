import type { SupportRecord } from "../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { Action } from "../../../shared/protocol/actions.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";

/** The viewer's 同问 on one question as it is wished: what the outbox says goes before what the server knows. */
export interface OwnSupport {
  readonly on: boolean;
  /** What to add to the count the server gave, until it has heard: -1, 0 or 1. */
  readonly countShift: -1 | 0 | 1;
}

/** Whether the viewer may say 同问: not to the own question, and not once it is closed. */
export function maySupport(
  { questionId, status, mine }: QuestionView,
  can: (action: Action) => boolean,
): boolean {
  return mine !== true && status !== "closed" && can({ type: "question.support", questionId });
}

/** A question as far as support goes: of one that came by joining also those it was made of, which keep their voices. */
type Supported = Pick<QuestionView, "questionId" | "mergedFrom" | "mergedEarlier">;

/** Reads the viewer's support of any question. */
export function ownSupport(
  supports: readonly SupportRecord[],
  outbox: readonly OutboxEntry[],
): (question: Supported) => OwnSupport {
  const known = new Set(supports.map((support) => support.questionId));
  const wishes = outbox.flatMap((entry) =>
    entry.command.type === "question.support" && !isRefused(entry) ? [entry.command] : [],
  );
  return ({ questionId, mergedFrom, mergedEarlier }) => {
    const family = [questionId, ...(mergedFrom ?? []), ...(mergedEarlier ?? [])];
    const before = family.some((id) => known.has(id));
    const on = wishes.findLast((wish) => family.includes(wish.questionId))?.on ?? before;
    return { on, countShift: on === before ? 0 : on ? 1 : -1 };
  };
}
