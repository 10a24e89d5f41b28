import type { Dated } from "../../shared/domain/followups/lamp.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import type { SessionRecord } from "../../shared/domain/session/records.ts";

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
  readonly put: readonly AnyRecord[];
  readonly remove: readonly string[];
}

export type AppendResult = { readonly ok: true } | { readonly ok: false; readonly head: number };

export interface LoadedSession {
  readonly head: number;
  /** Hash of the row at `head`. */
  readonly hash: string;
  readonly records: readonly AnyRecord[];
  /** Every accepted command, so that a repeat gets its first answer. */
  readonly commands: readonly { readonly actor: string; readonly commandId: string; readonly seq: number }[];
}

/** A session and how much there is to it; people taken off the roster do not count. */
export interface SessionOverview {
  readonly record: SessionRecord;
  readonly people: number;
  readonly arrived: number;
  readonly rooms: number;
  /** Every row of its ledger, as far as its lamp needs. */
  readonly followups: readonly Dated[];
}

export interface SessionRoster {
  readonly session: SessionRecord;
  readonly people: readonly PersonRecord[];
}

/** The durable truth of sessions. */
export interface Journal {
  /**
   * Appends on top of `expectedHead`, else answers the real head. Resolves only once the batch is on disk;
   * rejects with `StorageError` when it could not be written, and then nothing of it is there.
   */
  append(batch: Batch): Promise<AppendResult>;
  /** A session as it is at its head; null when there is none. */
  load(sessionId: string): Promise<LoadedSession | null>;
  /** Where a session's journal ends, and the hash of its last row; null when there is no such session. */
  head(sessionId: string): Promise<Pick<LoadedSession, "head" | "hash"> | null>;
  /** At most `limit` rows after `afterSeq`, in order. */
  rows(sessionId: string, afterSeq: number, limit: number): Promise<JournalRow[]>;
  /** A session's own record and its people's, those taken off the roster among them; null when there is no such session. */
  roster(sessionId: string): Promise<SessionRoster | null>;
  /** The session records of all sessions, newest first. */
  sessions(): Promise<SessionRecord[]>;
  /** The same with their numbers, counted where they are stored. */
  overviews(): Promise<SessionOverview[]>;
}

/** The hash a session's first row is chained to. */
export const GENESIS_HASH = "0".repeat(64);
