import { personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import type { Asker } from "./records.ts";

/** Whether the browser that brings `followId` asked, its holder never recorded. An id of the roster follows nothing. */
export function isFollowed(
  askers: readonly Asker[],
  followId: string | undefined,
  state: SessionState,
): boolean {
  if (followId === undefined || state.get(personRecordId(followId)) !== undefined) return false;
  return askers.some(({ askerId }) => askerId === followId);
}
