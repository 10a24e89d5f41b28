import type { JournalHead, JournalRow, StoredRecord } from "./journal.ts";
import type { NewNotesVersion } from "./notes-version-store.ts";

/** A session that comes whole from elsewhere, to be read here. */
export interface OpenedSession {
  readonly sessionId: string;
  /** Where its journal ends. */
  readonly journal: JournalHead;
  /** The row after which replaying begins; null where it begins with the first. */
  readonly baselineHead: number | null;
  readonly overview: object;
  /** Milliseconds since 1970 UTC. */
  readonly openedAt: number;
}

/** Notes up to `seq` in one. */
export interface OpenedNotes {
  readonly documentName: string;
  readonly seq: number;
  readonly snapshot: Uint8Array;
  /** Which actor owns which Yjs client id. */
  readonly owners: ReadonlyMap<number, string>;
}

/** A part of a session, small enough to be stored in a few milliseconds: a document of notes or one version is the largest. */
export type SessionPiece =
  | { readonly kind: "rows"; readonly rows: readonly JournalRow[] }
  | { readonly kind: "records"; readonly records: readonly StoredRecord[] }
  /** As they were at the `baselineHead`, as far as the journal has them. */
  | { readonly kind: "baseline"; readonly records: readonly StoredRecord[] }
  | ({ readonly kind: "notes" } & OpenedNotes)
  | ({ readonly kind: "version" } & NewNotesVersion);
