import type { PresenceChanges } from "../../shared/protocol/session-socket.ts";

/** As a session is known to be: people by their ids, last lines of notes by room. */
export type Present = Pick<PresenceChanges, "here" | "lines">;

export interface Watch {
  /** What the next `tell` builds on. */
  readonly present: Present;
  end(): void;
}

/**
 * Who is here, and what was written last. It passes: nothing of it is stored, and of a session without sockets nothing is
 * left. Beside the journal, because it changes more often than anybody decides anything.
 */
export interface Presence {
  /** One more socket of a person in a session. Gives what ends it. */
  enter(sessionId: string, personId: string): () => void;
  /** A room's notes are others than they were. */
  wrote(sessionId: string, roomId: string): void;
  /** Tells what changes from now on, merged, at most once a second. Of the `roomIds` the last lines come as they are read. */
  watch(sessionId: string, roomIds: readonly string[], tell: (changes: PresenceChanges) => void): Watch;
}
