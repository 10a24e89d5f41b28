/** A record as it is stored: what a store has to know of it. What else is in it comes back as it was. */
export interface StoredRecord {
  /** Begins with its kind and a colon. */
  readonly id: string;
  readonly kind: string;
  /** Seq of the row that changed it last. */
  readonly rev: number;
}

/** One command and its effect, chained to the row before by `hash`. Holds no personal data. */
export interface JournalRow {
  readonly seq: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly actor: string;
  readonly commandId: string;
  /** The command and its patches as JSON, without personal fields. */
  readonly command: string;
  readonly patches: string;
  /** SHA-256 as hex. */
  readonly prevHash: string;
  readonly hash: string;
}

/** What is stored together or not at all: rows, and the records as they are after them. */
export interface Batch {
  readonly sessionId: string;
  /** The head the rows were judged on; the append happens only on top of it. */
  readonly expectedHead: number;
  readonly rows: readonly JournalRow[];
  readonly put: readonly StoredRecord[];
  readonly remove: readonly string[];
  /** What lists of sessions show of this one, where the batch changed it; kept beside the head. */
  readonly overview?: object;
}

export type AppendResult = { readonly ok: true } | { readonly ok: false; readonly head: number };

/** A command that was accepted, and the row it became. */
export interface AcceptedCommand {
  readonly actor: string;
  readonly commandId: string;
  readonly seq: number;
}

/** Where a journal ends. */
export interface JournalHead {
  readonly head: number;
  /** Hash of the row at `head`. */
  readonly hash: string;
}

export interface LoadedSession extends JournalHead {
  readonly records: readonly StoredRecord[];
  /** Every accepted command, so that a repeat gets its first answer. */
  readonly commands: readonly AcceptedCommand[];
  /** As it was given last; null where none ever was. */
  readonly overview: unknown;
  /** When it was opened from an archive, in milliseconds since 1970 UTC; null where it was held here. */
  readonly openedAt: number | null;
  /** Whether records were rewritten without a row and nothing is kept from which the rows after that can be replayed. */
  readonly lacksBaseline: boolean;
}

/** What came after some head, and where the journal ends with it. */
export interface JournalChanges extends JournalHead {
  /** As they are now, whatever they were in between. */
  readonly put: readonly StoredRecord[];
  readonly removed: readonly string[];
  readonly commands: readonly AcceptedCommand[];
}

/** What is rewritten of a session without a row. */
export interface Amendment {
  readonly sessionId: string;
  /** Nothing is rewritten unless this is the head. */
  readonly head: number;
  /** Records in another shape; what they say, and their rev, stays. */
  readonly put: readonly StoredRecord[];
  readonly overview: object | null;
  /** All records at `head`, as far as the journal has them: replaying begins there from now on. Null leaves that as it was. */
  readonly baseline: readonly StoredRecord[] | null;
}

/** Records that were rewritten without a row, as they were then. */
export interface JournalBaseline {
  readonly head: number;
  /** By id, as far as the journal has them. */
  readonly records: readonly StoredRecord[];
}

export interface ListedSession {
  readonly sessionId: string;
  /** See `LoadedSession`. */
  readonly overview: unknown;
  readonly openedAt: number | null;
}

/**
 * Whoever is farther behind loads the whole session; what was removed earlier is no longer known. So many questions asked anew
 * hold the loop for about 30 ms.
 */
export const SINCE_MAX_ROWS = 500;

/** The durable truth of sessions. */
export interface Journal {
  /**
   * Appends on top of `expectedHead`, else answers the real head. Resolves only once the batch is on disk;
   * rejects with `StorageError` when it could not be written, and then nothing of it is there.
   */
  append(batch: Batch): Promise<AppendResult>;
  /** A session as it is at its head; null when there is none. */
  load(sessionId: string): Promise<LoadedSession | null>;
  /** Where a session's journal ends; null when there is no such session. */
  head(sessionId: string): Promise<JournalHead | null>;
  /**
   * What came after `head`; null where that cannot be told: there is no such session, it has not come so far, or it is more
   * than `SINCE_MAX_ROWS` rows ago.
   */
  since(sessionId: string, head: number): Promise<JournalChanges | null>;
  /** At most `limit` rows after `afterSeq`, in order. */
  rows(sessionId: string, afterSeq: number, limit: number): Promise<JournalRow[]>;
  /** Where replaying a session's journal begins; null where it begins with the first row. */
  baseline(sessionId: string): Promise<JournalBaseline | null>;
  /** A session's records of these kinds, by id; null when there is no such session. */
  records(sessionId: string, kinds: readonly string[]): Promise<StoredRecord[] | null>;
  /** Rewrites on top of `head`, all of it or nothing; false where the head is another. Rejects with `StorageError`. */
  amend(amendment: Amendment): Promise<boolean>;
  /** Every session, by id. */
  sessions(): Promise<ListedSession[]>;
}

/** The hash a session's first row is chained to. */
export const GENESIS_HASH = "0".repeat(64);
