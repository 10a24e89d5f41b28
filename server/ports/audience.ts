import type { LaneChanges } from "../../shared/protocol/lanes.ts";

/** Those who watch sessions live; the host tells them, in this order, what a batch did. */
export interface Audience {
  /** These records of a session are stored as others than they were, by their ids. */
  stored(sessionId: string, recordIds: ReadonlySet<string>): void;
  /** Rights or room of these persons changed: nothing more goes to their old lanes, and they join again. */
  reset(sessionId: string, personIds: readonly string[] | "everyone"): void;
  changes(sessionId: string, changes: readonly LaneChanges[]): void;
  /** These persons enter anew, by their PIN. */
  signOut(sessionId: string, personIds: readonly string[]): Promise<void>;
  /** Rights on notes may have changed for people or rooms: open documents are decided on again. */
  notesAccessChanged(sessionId: string): void;
}
