import type { LaneChanges } from "../../shared/protocol/lanes.ts";

/** Those who watch sessions live; the host tells them, in this order, what a batch did. */
export interface Audience {
  /** These records of a session are stored as others than they were, by their ids. */
  stored(sessionId: string, recordIds: ReadonlySet<string>): void;
  /** Rights or room of these persons changed: nothing more goes to their old lanes, and they join again. */
  reset(sessionId: string, personIds: readonly string[] | "everyone"): void;
  /**
   * A batch's changes, one a lane. When the call returns they have gone to the `askers`, by actor id, whose commands are
   * in the batch, so that these are acknowledged before a crowd is served; when its promise resolves, to everybody.
   */
  changes(
    sessionId: string,
    changes: readonly LaneChanges[],
    askers: ReadonlySet<string>,
  ): Promise<void> | void;
  /** These persons enter anew, by their PIN. */
  signOut(sessionId: string, personIds: readonly string[]): Promise<void>;
  /** Rights on notes may have changed for people or rooms: open documents are decided on again. */
  notesAccessChanged(sessionId: string): void;
}
