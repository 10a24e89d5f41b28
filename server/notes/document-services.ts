import type { NotesStore } from "../ports/notes-store.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { NotesCounters } from "./notes-counters.ts";
import type { NotesLimits } from "./notes-limits.ts";

/** Takes one line: an event's name and its details, which hold no content and no token. */
export type NotesLog = (message: string, details: object) => void;

/** What every document of a hub shares. */
export interface DocumentServices {
  readonly store: NotesStore;
  readonly commit: GroupCommit;
  readonly limits: NotesLimits;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: NotesLog;
  readonly counters: NotesCounters;
  /** Until when writers are turned away because the store failed, on `performance.now()`; 0 while it works. */
  readonly storeDownUntilMs: () => number;
  /** Folds what is stored into a snapshot; its size in bytes, or null when that failed. */
  readonly compact: (documentName: string) => Promise<number | null>;
}
