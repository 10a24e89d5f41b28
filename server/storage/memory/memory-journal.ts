import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { GENESIS_HASH, type Journal, type JournalRow } from "../../ports/journal.ts";
import { StorageError } from "../../ports/storage-error.ts";
import { checkRowsFollowHead } from "../check-append.ts";
import type { CheckOpen } from "./check-open.ts";

interface StoredSession {
  readonly rows: JournalRow[];
  readonly records: Map<string, AnyRecord>;
  /** `actor` and `commandId` of every row, as JSON. */
  readonly commands: Set<string>;
}

/** Copies what comes in and what goes out, as a store on disk does. */
export function memoryJournal(checkOpen: CheckOpen): Journal {
  const sessions = new Map<string, StoredSession>();

  function newestFirst() {
    const found: { record: SessionRecord; records: AnyRecord[] }[] = [];
    for (const session of sessions.values()) {
      const records = [...session.records.values()];
      for (const record of records) if (record.kind === "session") found.push({ record, records });
    }
    return found.sort(
      ({ record: a }, { record: b }) => b.createdAt - a.createdAt || (a.sessionId < b.sessionId ? -1 : 1),
    );
  }

  return {
    async append(batch) {
      checkOpen();
      const { sessionId, expectedHead, rows, put, remove } = structuredClone(batch);
      checkRowsFollowHead({ sessionId, expectedHead, rows });
      const session: StoredSession = sessions.get(sessionId) ?? {
        rows: [],
        records: new Map(),
        commands: new Set(),
      };
      if (session.rows.length !== expectedHead) return { ok: false, head: session.rows.length };
      const keys = new Set(rows.map(commandKey));
      if (keys.size < rows.length || [...keys].some((key) => session.commands.has(key))) {
        throw new StorageError(`journal ${sessionId}: a command is there already`, { retryable: false });
      }
      session.rows.push(...rows);
      for (const key of keys) session.commands.add(key);
      for (const record of put) session.records.set(record.id, record);
      for (const id of remove) session.records.delete(id);
      sessions.set(sessionId, session);
      return { ok: true };
    },

    async load(sessionId) {
      checkOpen();
      const session = sessions.get(sessionId);
      if (session === undefined) return null;
      const records = [...session.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      return {
        head: session.rows.length,
        hash: session.rows.at(-1)?.hash ?? GENESIS_HASH,
        records: structuredClone(records),
        commands: session.rows.map(({ actor, commandId, seq }) => ({ actor, commandId, seq })),
      };
    },

    async head(sessionId) {
      checkOpen();
      const rows = sessions.get(sessionId)?.rows;
      return rows === undefined ? null : { head: rows.length, hash: rows.at(-1)?.hash ?? GENESIS_HASH };
    },

    async rows(sessionId, afterSeq, limit) {
      checkOpen();
      return structuredClone(sessions.get(sessionId)?.rows.slice(afterSeq, afterSeq + limit) ?? []);
    },

    async roster(sessionId) {
      checkOpen();
      const records = [...(sessions.get(sessionId)?.records.values() ?? [])];
      const session = records.find((found) => found.kind === "session");
      const people = records.filter((found) => found.kind === "person");
      return session === undefined ? null : structuredClone({ session, people });
    },

    async sessions() {
      checkOpen();
      return structuredClone(newestFirst().map(({ record }) => record));
    },

    async overviews() {
      checkOpen();
      return newestFirst().map(({ record, records }) => {
        const people = records.filter((found) => found.kind === "person" && !found.removed) as PersonRecord[];
        return {
          record: structuredClone(record),
          people: people.length,
          arrived: people.filter((person) => person.arrivedAt !== null).length,
          rooms: records.filter((found) => found.kind === "room").length,
          followups: records
            .filter((found) => found.kind === "followup")
            .sort((a, b) => (a.id < b.id ? -1 : 1))
            .map(({ status, dueAt }) => ({ status, dueAt })),
        };
      });
    },
  };
}

function commandKey({ actor, commandId }: JournalRow): string {
  return JSON.stringify([actor, commandId]);
}
