import { PENDING_MAX_DEFAULT } from "../../protocol/commands/session.ts";
import type { SessionRecord } from "../session/records.ts";
import type { SessionState } from "../state.ts";
import { trailRecordId } from "./trails/records.ts";

/** Whether a person has `max` pending questions that the person has sent, and staff have not for the person. */
export function hasPending(personId: string, max: number, state: SessionState): boolean {
  let count = 0;
  for (const { questionId } of state.pendingOf(personId)) {
    if (state.find("trail", trailRecordId(questionId))?.steps[0]?.by === personId) count += 1;
    if (count >= max) return true;
  }
  return false;
}

/** How many questions one asker may have pending. */
export function pendingMaxIn(session: SessionRecord | undefined): number {
  return session?.settings.pendingMax ?? PENDING_MAX_DEFAULT;
}
