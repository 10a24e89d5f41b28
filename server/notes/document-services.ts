import type { Log } from "../ports/log.ts";
import type { LoadedNotes, NotesStore } from "../ports/notes-store.ts";
import type { NotesCounters } from "./notes-counters.ts";
import type { NotesLimits } from "./notes-limits.ts";
import type { GroupCommit } from "./storing/group-commit.ts";
import type { ComingDeletion } from "./versions/deletion-watch.ts";

/** Takes one line: an event's name and its details, which hold no content and no token. */
/** A document's content, and the seq of the last update in it. */
export type DocumentState = Pick<LoadedNotes, "snapshot" | "updates" | "seq">;

/** Who keeps earlier states of documents; documents tell what happens to them. */
export interface VersionWatch {
  /** A document was loaded with everything up to `seq`. */
  opened(documentName: string, seq: number): void;
  /** An update is about to be taken that deletes text; `capture` gives the state before it. */
  deletionComing(documentName: string, deletion: ComingDeletion, capture: () => DocumentState): void;
  /** What an actor wrote is on disk, as the update `seq`. */
  changed(documentName: string, actorId: string, seq: number): void;
}

/** What every document of a hub shares. */
export interface DocumentServices {
  readonly store: NotesStore;
  readonly commit: GroupCommit;
  readonly versions: VersionWatch;
  /** Told of documents that changed, once what changed is on disk. */
  readonly onWritten: (documentName: string) => void;
  readonly limits: NotesLimits;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Log;
  readonly counters: NotesCounters;
  /** Until when writers are turned away because the store failed, on `performance.now()`; 0 while it works. */
  readonly storeDownUntilMs: () => number;
  /** Folds what is stored into a snapshot; its size in bytes, or null when that failed. */
  readonly compact: (documentName: string) => Promise<number | null>;
}
