import {
  GENESIS_HASH,
  type Journal,
  type JournalBaseline,
  type JournalRow,
  SINCE_MAX_ROWS,
  type StoredRecord,
} from "../../ports/journal.ts";
import { StorageError } from "../../ports/storage-error.ts";
import { checkRecordIds, checkRowsFollowHead } from "../check-append.ts";
import type { CheckOpen } from "./check-open.ts";

interface StoredSession {
  readonly rows: JournalRow[];
  readonly records: Map<string, StoredRecord>;
  /** `actor` and `commandId` of every row, as JSON. */
  readonly commands: Set<string>;
  /** The head at which a record was last removed, the latest last, as far back as `since` tells. */
  readonly removals: Map<string, number>;
  overview: object | null;
  readonly openedAt: number | null;
  baseline: JournalBaseline | null;
}

/** The journal of a session that comes whole. */
export interface WholeJournal {
  readonly rows: readonly JournalRow[];
  readonly records: readonly StoredRecord[];
  readonly overview: object;
  readonly openedAt: number;
  readonly baseline: JournalBaseline | null;
}

/** What else this adapter does with sessions as wholes. */
interface WholeSessions {
  forget(sessionId: string): void;
  put(sessionId: string, whole: WholeJournal): void;
}

/** Copies what comes in and what goes out, as a store on disk does. */
export function memoryJournal(checkOpen: CheckOpen): Journal & WholeSessions {
  const sessions = new Map<string, StoredSession>();

  return {
    forget: (sessionId) => {
      sessions.delete(sessionId);
    },

    put: (sessionId, whole) => {
      const { rows, records, ...others } = structuredClone(whole);
      checkRecordIds(sessionId, records);
      sessions.set(sessionId, {
        rows: [...rows],
        records: new Map(records.map((record) => [record.id, record])),
        commands: new Set(rows.map(commandKey)),
        removals: new Map(),
        ...others,
      });
    },

    async append(batch) {
      checkOpen();
      const { sessionId, expectedHead, rows, put, remove, overview } = structuredClone(batch);
      const { seq: head } = checkRowsFollowHead({ sessionId, expectedHead, rows });
      checkRecordIds(sessionId, put);
      const session: StoredSession = sessions.get(sessionId) ?? {
        rows: [],
        records: new Map(),
        commands: new Set(),
        removals: new Map(),
        overview: null,
        openedAt: null,
        baseline: null,
      };
      if (session.rows.length !== expectedHead) return { ok: false, head: session.rows.length };
      const keys = new Set(rows.map(commandKey));
      if (keys.size < rows.length || [...keys].some((key) => session.commands.has(key))) {
        throw new StorageError(`journal ${sessionId}: a command is there already`, { retryable: false });
      }
      session.rows.push(...rows);
      for (const key of keys) session.commands.add(key);
      for (const record of put) session.records.set(record.id, record);
      for (const id of remove) {
        session.records.delete(id);
        session.removals.delete(id);
        session.removals.set(id, head);
      }
      for (const [oldest, at] of session.removals) {
        if (at > head - SINCE_MAX_ROWS) break;
        session.removals.delete(oldest);
      }
      session.overview = overview ?? session.overview;
      sessions.set(sessionId, session);
      return { ok: true };
    },

    async load(sessionId) {
      checkOpen();
      const session = sessions.get(sessionId);
      if (session === undefined) return null;
      return {
        ...headOf(session),
        records: structuredClone(byId(session.records.values())),
        commands: session.rows.map(commandOf),
        overview: structuredClone(session.overview),
        openedAt: session.openedAt,
        lacksBaseline: false,
      };
    },

    async head(sessionId) {
      checkOpen();
      const session = sessions.get(sessionId);
      return session === undefined ? null : headOf(session);
    },

    async since(sessionId, head) {
      checkOpen();
      const session = sessions.get(sessionId);
      const behind = (session?.rows.length ?? 0) - head;
      if (session === undefined || behind < 0 || behind > SINCE_MAX_ROWS) return null;
      const removals = [...session.removals].filter(([id, at]) => at > head && !session.records.has(id));
      return {
        ...headOf(session),
        put: structuredClone(byId(session.records.values()).filter(({ rev }) => rev > head)),
        removed: removals.map(([id]) => id).sort(),
        commands: session.rows.slice(head).map(commandOf),
      };
    },

    async rows(sessionId, afterSeq, limit) {
      checkOpen();
      return structuredClone(sessions.get(sessionId)?.rows.slice(afterSeq, afterSeq + limit) ?? []);
    },

    async records(sessionId, kinds) {
      checkOpen();
      const session = sessions.get(sessionId);
      if (session === undefined) return null;
      return structuredClone(byId(session.records.values()).filter(({ kind }) => kinds.includes(kind)));
    },

    async baseline(sessionId) {
      checkOpen();
      return structuredClone(sessions.get(sessionId)?.baseline ?? null);
    },

    async amend({ sessionId, head, put, overview, baseline }) {
      checkOpen();
      checkRecordIds(sessionId, put);
      const session = sessions.get(sessionId);
      if (session === undefined || session.rows.length !== head) return false;
      for (const record of put) session.records.set(record.id, structuredClone(record));
      session.overview = structuredClone(overview);
      if (baseline !== null) session.baseline = structuredClone({ head, records: byId(baseline) });
      return true;
    },

    async sessions() {
      checkOpen();
      const listed = [...sessions].map(([sessionId, { overview, openedAt }]) => ({
        sessionId,
        overview,
        openedAt,
      }));
      return structuredClone(listed.sort((one, other) => (one.sessionId < other.sessionId ? -1 : 1)));
    },
  };
}

function headOf({ rows }: StoredSession) {
  return { head: rows.length, hash: rows.at(-1)?.hash ?? GENESIS_HASH };
}

function byId(records: Iterable<StoredRecord>): StoredRecord[] {
  return [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function commandOf({ actor, commandId, seq }: JournalRow) {
  return { actor, commandId, seq };
}

function commandKey({ actor, commandId }: JournalRow): string {
  return JSON.stringify([actor, commandId]);
}
