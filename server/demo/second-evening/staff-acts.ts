import { isPublic } from "../../../shared/domain/questions/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";

/** So many wait for the moderator when one looks in, and so many are with no unit yet. */
const LEFT_PENDING = 3;
const LEFT_UNROUTED = 4;

/**
 * What a moderator does in between: lets through what has waited longest, gives what is public to the unit it is meant for, closes
 * what has settled its asker. Null where nothing is to be done.
 */
export function moderatorsAct(state: SessionState): Command | null {
  const questions = [...state.all("question")].sort(
    (one, other) => one.askedAt - other.askedAt || (one.id < other.id ? -1 : 1),
  );
  const pending = questions.filter(({ status }) => status === "pending");
  if (pending.length > LEFT_PENDING)
    return { type: "question.approve", questionId: pending[0]?.questionId ?? "" };
  const [unrouted, ...later] = questions.filter(({ status }) => status === "public");
  if (unrouted?.addressedUnit != null && later.length >= LEFT_UNROUTED) {
    const { questionId, addressedUnit: leadUnit } = unrouted;
    return { type: "question.route", questionId, leadUnit };
  }
  const settled = questions.find((question) => question.status === "answered" && question.settled > 0);
  if (settled !== undefined)
    return { type: "question.close", questionId: settled.questionId, outcome: "resolved" };
  return null;
}

/** The public question with the most voices; for the stage. */
export function mostSupported(state: SessionState): string | null {
  const shown = [...state.all("question")].filter(isPublic);
  shown.sort((one, other) => other.support - one.support || (one.id < other.id ? -1 : 1));
  return shown[0]?.id ?? null;
}
