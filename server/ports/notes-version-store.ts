/**
 * Why a version was kept. `pause`: nobody wrote for a while, or writing went on for long. `deletion`: a large part was about
 * to be deleted. `closed`: the room closed or the session was sealed. `saved`: by hand. `replaced`: an earlier version was
 * about to be put back. `restored`: it was.
 */
export type VersionOccasion = "pause" | "deletion" | "closed" | "saved" | "replaced" | "restored";

/** What is known of a version without reading it. */
export interface NotesVersion {
  /** Unique in its document. */
  readonly versionId: string;
  /** Seq of the last update it holds. */
  readonly seq: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly occasion: VersionOccasion;
  /** Given by whoever kept it by hand. */
  readonly name: string | null;
  /** Who kept it, or whose act it was kept before; null where the server kept it by itself. */
  readonly by: string | null;
  /** Who wrote since the version before, as far as the server knows. */
  readonly authors: readonly string[];
  /** Characters of text, line ends aside. */
  readonly chars: number;
  /** Characters `by` was about to delete, counted from the version before; null unless `occasion` is `deletion`. */
  readonly deletedChars: number | null;
  /** The moment the version was kept that is put back, when `occasion` is `replaced` or `restored`. */
  readonly ofVersionAt: number | null;
  /** Equal for equal content. */
  readonly digest: string;
  /** Size as stored, in bytes. */
  readonly storedBytes: number;
}

export interface NewNotesVersion {
  readonly documentName: string;
  readonly version: NotesVersion;
  /** The state, compressed by the caller; `storedBytes` long. */
  readonly packedState: Uint8Array;
}

/** Earlier states of notes documents, kept beside the documents themselves. */
export interface NotesVersionStore {
  /**
   * Keeps a version and drops others of the same document, together or not at all; resolves once that is on disk. Rejects
   * with `StorageError`, also for a `versionId` that is there already.
   */
  keep(added: NewNotesVersion, dropVersionIds: readonly string[]): Promise<void>;
  /** The versions of a document, newest first. */
  list(documentName: string): Promise<NotesVersion[]>;
  /** A version's state as it was given; null when there is none. */
  packedState(documentName: string, versionId: string): Promise<Uint8Array | null>;
  /** Who wrote the updates after `seq`, as far as they are stored one by one. */
  authorsSince(documentName: string, seq: number): Promise<string[]>;
}
