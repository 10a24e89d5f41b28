import type { NotesStore, NotesUpdate } from "../../../server/ports/notes-store.ts";
import { StorageError } from "../../../server/ports/storage-error.ts";

/** A real store behind a hand that can hold back, delay and fail its calls. */
export interface ControlledNotesStore extends NotesStore {
  /** Rejects every append until set back. */
  failAppends: boolean;
  failLoads: boolean;
  /** Called before each append and load, whose promise it may delay. */
  beforeAppend: (updates: readonly NotesUpdate[]) => Promise<void>;
  beforeLoad: () => Promise<void>;
  loads: number;
  readonly appended: NotesUpdate[];
}

export function controlledNotesStore(inner: NotesStore): ControlledNotesStore {
  const store: ControlledNotesStore = {
    failAppends: false,
    failLoads: false,
    beforeAppend: async () => undefined,
    beforeLoad: async () => undefined,
    loads: 0,
    appended: [],
    async load(documentName) {
      store.loads += 1;
      await store.beforeLoad();
      if (store.failLoads) throw new StorageError("the disk cannot be read", { retryable: true });
      return inner.load(documentName);
    },
    async append(updates) {
      await store.beforeAppend(updates);
      if (store.failAppends) throw new StorageError("the disk is full", { retryable: true });
      const result = await inner.append(updates);
      if (result.ok) store.appended.push(...updates);
      return result;
    },
    since: (documentName, seq) => inner.since(documentName, seq),
    compact: (documentName, uptoSeq, snapshot) => inner.compact(documentName, uptoSeq, snapshot),
  };
  return store;
}
