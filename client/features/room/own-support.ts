import type { SupportRecord } from "../../../shared/domain/questions/records.ts";
import { isRefused } from "../../session/outbox.ts";
import type { OutboxEntry } from "../../session/outbox-storage.ts";

/** The viewer's 同问 on one question as it is wished: what the outbox says goes before what the server knows. */
export interface OwnSupport {
  readonly on: boolean;
  /** What to add to the count the server gave, until it has heard: -1, 0 or 1. */
  readonly countShift: -1 | 0 | 1;
}

/** Reads the viewer's support of any question: `(questionId) → OwnSupport`. */
export function ownSupport(
  supports: readonly SupportRecord[],
  outbox: readonly OutboxEntry[],
): (questionId: string) => OwnSupport {
  const known = new Set(supports.map((support) => support.questionId));
  const wished = new Map<string, boolean>();
  for (const entry of outbox) {
    if (entry.command.type === "question.support" && !isRefused(entry)) {
      wished.set(entry.command.questionId, entry.command.on);
    }
  }
  return (questionId) => {
    const before = known.has(questionId);
    const on = wished.get(questionId) ?? before;
    return { on, countShift: on === before ? 0 : on ? 1 : -1 };
  };
}
