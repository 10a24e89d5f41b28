import { completed, type StoredFields, type StoredSession } from "../kind.ts";

/** A question of the first version has no topics, no joining and no owner's clock. */
export function upgradeQuestion(stored: StoredFields, session: StoredSession): StoredFields {
  const question = completed(stored, {
    topics: [],
    disclosure: "open",
    liftedTo: null,
    merged: null,
    settled: 0,
    unsettled: 0,
  });
  switch (stored.status) {
    case "pending":
      return completed(question, { held: false });
    case "routed":
      return completed(question, { routedAt: stored.publicAt, handOn: null });
    case "answered":
    case "closed":
      return "answeredAt" in stored
        ? question
        : { ...question, answeredAt: session.once(firstAnswers).get(stored.questionId) ?? null };
    default:
      return question;
  }
}

/** When each question was first answered, milliseconds since 1970 UTC. */
function firstAnswers(stored: readonly StoredFields[]): ReadonlyMap<unknown, number> {
  const first = new Map<unknown, number>();
  for (const { kind, questionId, postedAt } of stored) {
    if (kind !== "answer" || typeof postedAt !== "number") continue;
    first.set(questionId, Math.min(postedAt, first.get(questionId) ?? postedAt));
  }
  return first;
}
