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
  /** Writes and reads a probe row; rejects with `StorageError` when the store cannot write. */
  probe(): Promise<void>;
  /** Whether the store has met data that are damaged since it was opened. */
  isDamaged(): boolean;
  /** Finishes what is under way, then closes. */
  close(): Promise<void>;
}
