import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { JournalRow } from "../../ports/journal.ts";
import type { KeptData, KeptRecord } from "../../ports/kept-data.ts";
import { StorageError } from "../../ports/storage-error.ts";
import { readOnly } from "./inspect-folder.ts";
import { LOCK_FILE } from "./lock-folder.ts";
import { SCHEMA_VERSION } from "./migrations.ts";
import { DATABASE_FILE } from "./open-sqlite-storage.ts";
import { rowDigest } from "./row-digest.ts";
import { SECRET_FINGERPRINT } from "./statements/credential-reads.ts";

const TROUBLES_MAX = 10;

/**
 * Reads the folder of a stopped server and writes nothing into it; while `read` runs no server starts there. Throws
 * `StorageError` where one is running, where there is no database, and for a schema that is not today's.
 */
export function readKeptData<T>(directory: string, read: (data: KeptData) => T): T {
  const file = join(directory, DATABASE_FILE);
  if (!existsSync(file)) throw unusable(`there is no ${DATABASE_FILE} in ${directory}`);
  return whileStopped(directory, () =>
    readOnly(file, (database) => {
      const schema = Number(database.pragma("user_version", { simple: true }));
      if (schema !== SCHEMA_VERSION) {
        throw unusable(
          `the database has schema ${schema}, this version verifies ${SCHEMA_VERSION}: start and stop this version's server on it once, or on a copy`,
        );
      }
      return read(keptData(database));
    }),
  );
}

/** A shared hold on the lock that a server holds for itself. */
function whileStopped<T>(directory: string, read: () => T): T {
  const file = join(directory, LOCK_FILE);
  if (!existsSync(file)) return read();
  const lock = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    lock.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
    return read();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))
      throw unusable(`a server is using ${directory}: stop it, or verify a copy`);
    throw error;
  } finally {
    lock.close();
  }
}

function keptData(database: Database.Database): KeptData {
  const texts = (sql: string, ...parameters: string[]) =>
    database
      .prepare<string[], string>(sql)
      .pluck()
      .all(...parameters);
  const rows = <Row>(sql: string, ...parameters: string[]) =>
    database.prepare<string[], Row>(sql).iterate(...parameters);
  const first = <Row>(sql: string, parameter: string) =>
    database.prepare<[string], Row>(sql).get(parameter) ?? null;

  return {
    fileTroubles() {
      const found = database.pragma(`integrity_check(${TROUBLES_MAX})`) as { integrity_check: string }[];
      const pages = found.map((row) => row.integrity_check).filter((said) => said !== "ok");
      const references = database.pragma("foreign_key_check") as { table: string }[];
      const astray = new Set(
        references.map(({ table }) => `rows of ${table} belong to nothing that is there`),
      );
      return [...pages, ...astray];
    },
    secretFingerprint: () =>
      first<{ value: string }>("SELECT value FROM settings WHERE name = ?", SECRET_FINGERPRINT)?.value ??
      null,
    sessionIds: () =>
      texts(
        `SELECT session_id FROM heads UNION SELECT DISTINCT session_id FROM journal
         UNION SELECT DISTINCT session_id FROM records
         EXCEPT SELECT session_id FROM heads WHERE head = 0 ORDER BY 1`,
      ),
    head: (sessionId) => first("SELECT head, hash FROM heads WHERE session_id = ?", sessionId),
    overview: (sessionId) =>
      first<{ overview: string | null }>("SELECT overview FROM heads WHERE session_id = ?", sessionId)
        ?.overview ?? null,
    journal: (sessionId) =>
      rows<JournalRow>(
        `SELECT seq, at, actor, command_id AS commandId, command, patches, prev_hash AS prevHash, hash
         FROM journal WHERE session_id = ? ORDER BY seq`,
        sessionId,
      ),
    records: (sessionId) =>
      rows<KeptRecord>("SELECT id, kind, rev, json FROM records WHERE session_id = ? ORDER BY id", sessionId),
    baseline(sessionId) {
      const found = first<{ head: number }>(
        "SELECT head FROM replay_baselines WHERE session_id = ?",
        sessionId,
      );
      if (found === null) return null;
      const jsons = texts("SELECT json FROM replay_baseline_records WHERE session_id = ?", sessionId);
      return { head: found.head, jsons: jsons.length === 0 ? null : jsons };
    },
    documentNames: () =>
      texts(
        `SELECT DISTINCT document_name FROM notes_updates UNION SELECT document_name FROM notes_snapshots
         UNION SELECT DISTINCT document_name FROM notes_owners
         UNION SELECT DISTINCT document_name FROM notes_versions ORDER BY 1`,
      ),
    notesSnapshot(name) {
      const row = first<{ uptoSeq: number; bytes: Buffer; digest: string }>(
        "SELECT upto_seq AS uptoSeq, bytes, digest FROM notes_snapshots WHERE document_name = ?",
        name,
      );
      return row && { ...row, isIntact: row.digest === rowDigest(name, row.uptoSeq, row.bytes) };
    },
    *notesUpdates(name) {
      const found = rows<{ seq: number; actor: string; at: number; bytes: Buffer; digest: string }>(
        "SELECT seq, actor, at, bytes, digest FROM notes_updates WHERE document_name = ? ORDER BY seq",
        name,
      );
      for (const { seq, actor, at, bytes, digest } of found)
        yield { seq, bytes, isIntact: digest === rowDigest(name, seq, actor, at, bytes) };
    },
    *notesOwners(name) {
      const found = rows<{ clientId: number; actor: string; digest: string }>(
        "SELECT client_id AS clientId, actor, digest FROM notes_owners WHERE document_name = ?",
        name,
      );
      for (const { clientId, actor, digest } of found)
        yield { clientId, isIntact: digest === rowDigest(name, clientId, actor) };
    },
    *notesVersions(name) {
      const found = rows<{
        versionId: string;
        at: number;
        description: string;
        state: Buffer;
        digest: string;
      }>(
        `SELECT version_id AS versionId, at, description, state, digest FROM notes_versions
         WHERE document_name = ? ORDER BY at`,
        name,
      );
      for (const { digest, ...row } of found) {
        const said = rowDigest(name, row.versionId, row.at, row.description, row.state);
        yield { ...row, isIntact: digest === said };
      }
    },
    reachedSeq: (name) =>
      first<{ seq: number | null }>(
        "SELECT max(after_seq) AS seq FROM notes_life_starts WHERE document_name = ?",
        name,
      )?.seq ?? 0,
  };
}

function unusable(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
