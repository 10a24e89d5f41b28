import type { Storage } from "../../ports/storage.ts";
import { StorageError } from "../../ports/storage-error.ts";
import type { CheckOpen } from "./check-open.ts";
import { memoryAttemptStore } from "./memory-attempt-store.ts";
import { memoryCredentialStore } from "./memory-credential-store.ts";
import { memoryJournal } from "./memory-journal.ts";
import { memoryNotesStore } from "./memory-notes-store.ts";
import { memoryNotesVersionStore } from "./memory-notes-version-store.ts";
import { memoryOpening } from "./memory-opening.ts";

/** Everything in this process and gone with it; for tests and for trying things out. */
export function openMemoryStorage(): Storage {
  let open = true;
  const checkOpen: CheckOpen = () => {
    if (!open) throw new StorageError("the storage is closed", { retryable: false });
  };
  const journal = memoryJournal(checkOpen);
  const notes = memoryNotesStore(checkOpen);
  const notesVersions = memoryNotesVersionStore(checkOpen, notes.authorsSince);
  const credentials = memoryCredentialStore(checkOpen);
  return {
    journal,
    notes,
    notesVersions,
    credentials,
    attempts: memoryAttemptStore(checkOpen),
    async forget(sessionId) {
      checkOpen();
      journal.forget(sessionId);
      notes.forget(`${sessionId}/`);
      notesVersions.forget(`${sessionId}/`);
      return credentials.forget(sessionId);
    },
    open: memoryOpening({ journal, notes, notesVersions, checkOpen }),
    async probe() {
      checkOpen();
    },
    isDamaged: () => false,
    async close() {
      open = false;
    },
  };
}
