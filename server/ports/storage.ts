import type { AttemptStore } from "./attempt-store.ts";
import type { CredentialStore } from "./credential-store.ts";
import type { Journal } from "./journal.ts";
import type { NotesStore } from "./notes-store.ts";
import type { NotesVersionStore } from "./notes-version-store.ts";

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
  /** Writes and reads a probe row; rejects with `StorageError` when the store cannot write. */
  probe(): Promise<void>;
  /** Whether the store has met data that are damaged since it was opened. */
  isDamaged(): boolean;
  /** Finishes what is under way, then closes. */
  close(): Promise<void>;
}
