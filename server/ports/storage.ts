import type { AttemptStore } from "./attempt-store.ts";
import type { CredentialStore } from "./credential-store.ts";
import type { Journal } from "./journal.ts";
import type { NotesStore } from "./notes-store.ts";
import type { NotesVersionStore } from "./notes-version-store.ts";
import type { OpenedSession, SessionPiece } from "./opened-session.ts";

/** Everything a server keeps, behind one adapter. */
export interface Storage {
  readonly journal: Journal;
  readonly notes: NotesStore;
  readonly notesVersions: NotesVersionStore;
  readonly credentials: CredentialStore;
  readonly attempts: AttemptStore;
  /**
   * Forgets a session for good, in one step: its journal and records, the documents of notes whose names begin with its id and a
   * slash, their versions, the tokens of its people and stages, how often they were signed out, and their PINs. Resolves once that is
   * on disk, with the hashes of the tokens; of a session that is not there nothing is done. Rejects with `StorageError`.
   */
  forget(sessionId: string): Promise<readonly string[]>;
  /**
   * Keeps a session that comes from elsewhere, its pieces in order of their rows; what is written between its pieces does not wait for
   * all of them. Nobody finds any of it before it is whole. False, and nothing is done, where there is one of its id. Rejects with
   * `StorageError`, or as `pieces` do, and then nothing of it is there, also where the process ends on the way.
   */
  open(session: OpenedSession, pieces: AsyncIterable<SessionPiece>): Promise<boolean>;
  /** Writes and reads a probe row; rejects with `StorageError` when the store cannot write. */
  probe(): Promise<void>;
  /** Whether the store has met data that are damaged since it was opened. */
  isDamaged(): boolean;
  /** Finishes what is under way, then closes. */
  close(): Promise<void>;
}
