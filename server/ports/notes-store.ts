/** One Yjs update as it came in; `seq` counts from 1 without gaps in its document. */
export interface NotesUpdate {
  readonly documentName: string;
  readonly seq: number;
  /** Who sent it: a person's id, or `organiser`. */
  readonly actor: string;
  /** Yjs client ids whose structs it brings; the first actor to bring one owns it for ever. */
  readonly clientIds: readonly number[];
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

export interface LoadedNotes {
  /** Seq of the last update, 0 when there is none. */
  readonly seq: number;
  /** All updates up to some seq in one, or null. */
  readonly snapshot: Uint8Array | null;
  /** Updates after the snapshot, in order. */
  readonly updates: readonly Uint8Array[];
  /** Bytes of `updates` together, to decide on compaction. */
  readonly updateBytes: number;
  /** Which actor owns which Yjs client id. */
  readonly owners: ReadonlyMap<number, string>;
  /** Names the life the store is in: another one each time it is opened, and so in every copy that is put back. */
  readonly lifeId: string;
  /** Up to which seq the document came in each earlier life this store knows of, at least the last 500. */
  readonly reachedSeqs: ReadonlyMap<string, number>;
}

/**
 * Stored, or others were first: then nothing of it is, and `lastSeqs` has the last seq of each document in which they were, by
 * its name.
 */
export type NotesAppendResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly lastSeqs: ReadonlyMap<string, number> };

/** What was stored in a document after some seq. */
export interface NotesChanges {
  /** In order, without a gap. */
  readonly updates: readonly Pick<NotesUpdate, "seq" | "actor" | "bytes">[];
  /** Which actor owns which Yjs client id, as in `LoadedNotes`. */
  readonly owners: ReadonlyMap<number, string>;
}

/** Whoever is farther behind loads the whole document. */
export const NOTES_SINCE_MAX = 1_000;

/** The durable truth of notes documents. */
export interface NotesStore {
  load(documentName: string): Promise<LoadedNotes>;
  /**
   * Stores updates, of one or several documents, together, where the first of each document follows what it has. Resolves
   * only once they are on disk; rejects with `StorageError` when they could not be written, or with a gap, and then none of
   * them is there.
   */
  append(updates: readonly NotesUpdate[]): Promise<NotesAppendResult>;
  /** What came after `seq`; null where it is no longer there one by one, or is more than `NOTES_SINCE_MAX`. */
  since(documentName: string, seq: number): Promise<NotesChanges | null>;
  /** Replaces the snapshot by one that holds everything up to `uptoSeq`, and drops the updates it holds, in one step. */
  compact(documentName: string, uptoSeq: number, snapshot: Uint8Array): Promise<void>;
}
