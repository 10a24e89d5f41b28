import type { JournalRow } from "./journal.ts";

/** A record with the columns that stand beside it. */
export interface KeptRecord {
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
  readonly json: string;
}

/** Whether a row of the notes still has the digest it was written with. */
interface Sealed {
  readonly isIntact: boolean;
}

export interface KeptUpdate extends Sealed {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface KeptSnapshot extends Sealed {
  readonly uptoSeq: number;
  readonly bytes: Uint8Array;
}

export interface KeptOwner extends Sealed {
  readonly clientId: number;
}

export interface KeptVersion extends Sealed {
  readonly versionId: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** JSON of a `NotesVersion`. */
  readonly description: string;
  /** Compressed. */
  readonly state: Uint8Array;
}

/**
 * Everything a stopped server keeps, as it stands, to be held against itself. What may be long comes row by row. Any call
 * may throw where the file is damaged.
 */
export interface KeptData {
  /** What the file itself says of its pages and its references; empty when they hold. */
  fileTroubles(): readonly string[];
  secretFingerprint(): string | null;
  /** Every session of which there is a head, a row or a record; one whose storing was cut off is none. */
  sessionIds(): readonly string[];
  head(sessionId: string): { readonly head: number; readonly hash: string } | null;
  journal(sessionId: string): Iterable<JournalRow>;
  records(sessionId: string): Iterable<KeptRecord>;
  /** JSON of what lists show of the session; null where an earlier version stored none. */
  overview(sessionId: string): string | null;
  /**
   * The records as they were at `head`, without personal fields, where an upgrade may have rewritten what was before; `jsons` is
   * null where they are not kept, as before this version has loaded the session.
   */
  baseline(sessionId: string): { readonly head: number; readonly jsons: readonly string[] | null } | null;
  /** Every document of notes of which there is anything. */
  documentNames(): readonly string[];
  notesSnapshot(documentName: string): KeptSnapshot | null;
  notesUpdates(documentName: string): Iterable<KeptUpdate>;
  notesOwners(documentName: string): Iterable<KeptOwner>;
  notesVersions(documentName: string): Iterable<KeptVersion>;
  /** Up to which seq a document came by what is said of the lives it was written in; 0 where nothing is. */
  reachedSeq(documentName: string): number;
}
