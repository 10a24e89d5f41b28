import { z } from "zod";
import { personRecordId } from "../people/records.ts";
import type { QuestionRecord } from "../questions/records.ts";
import type { SessionState } from "../state.ts";

export const askerSchema = z.strictObject({
  /** A person of the roster, `organiser`, a browser that follows without its holder being known, or `nobody`. */
  askerId: z.string(),
  anonymous: z.boolean(),
});
export type Asker = z.infer<typeof askerSchema>;

/** Everybody who asked a question; twice who asked with and without the name. */
export function askersOf(question: QuestionRecord): readonly Asker[] {
  return question.merged?.askers ?? [{ askerId: question.askerId, anonymous: question.anonymous }];
}

/** Ids of everybody among `askers`, each once. */
export function askerIds(askers: readonly Asker[]): ReadonlySet<string> {
  return new Set(askers.map(({ askerId }) => askerId));
}

/** Whether an asker has a name to staff: on the roster, or the organiser. */
export function isKnownAsker(askerId: string, state: SessionState): boolean {
  return askerId === "organiser" || state.get(personRecordId(askerId)) !== undefined;
}

/** Whether the browser that brings `followId` asked, its holder never recorded. An id of the roster follows nothing. */
export function isFollowed(
  askers: readonly Asker[],
  followId: string | undefined,
  state: SessionState,
): boolean {
  if (followId === undefined || state.get(personRecordId(followId)) !== undefined) return false;
  return askers.some(({ askerId }) => askerId === followId);
}
