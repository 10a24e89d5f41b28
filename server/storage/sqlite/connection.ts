import { chmodSync, closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { StorageError } from "../../ports/storage-error.ts";

const BUSY_TIMEOUT_MS = 5_000;
/** A WAL that once grew larger is cut back to this at the next checkpoint. */
const WAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;
/** Below it two connections can corrupt a WAL database while it is reset (sqlite.org/wal.html, "The WAL-reset bug"). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** A pragma, what it is set to, and what it must read as afterwards. */
type Setting = readonly [pragma: string, value: string, reads: string | number];

const SETTINGS: readonly Setting[] = [
  ["trusted_schema", "OFF", 0],
  ["foreign_keys", "ON", 1],
  ["busy_timeout", String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
  ["temp_store", "MEMORY", 2],
];

/** `synchronous` comes after `journal_mode`: re-opening a WAL file resets it to NORMAL, which loses commits on power loss. */
const WRITER_SETTINGS: readonly Setting[] = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["secure_delete", "ON", 1],
  ["journal_size_limit", String(WAL_SIZE_LIMIT_BYTES), WAL_SIZE_LIMIT_BYTES],
  ...SETTINGS,
];

const READER_SETTINGS: readonly Setting[] = [["query_only", "ON", 1], ...SETTINGS];

/** The one connection that writes. The file is readable by its owner alone. */
export function openWriter(file: string): Database.Database {
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  return opened(new Database(file, { timeout: BUSY_TIMEOUT_MS }), WRITER_SETTINGS);
}

/** A connection that only reads; the writer must have opened the file before. */
export function openReader(file: string): Database.Database {
  return opened(
    new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS }),
    READER_SETTINGS,
  );
}

export function sqliteVersion(database: Database.Database): string {
  return database.prepare<[], string>("SELECT sqlite_version()").pluck().get() ?? "";
}

function opened(database: Database.Database, settings: readonly Setting[]): Database.Database {
  try {
    checkVersion(sqliteVersion(database));
    for (const [pragma, value, reads] of settings) {
      database.pragma(`${pragma} = ${value}`);
      const found = database.pragma(pragma, { simple: true });
      if (found !== reads) throw unusable(`SQLite reads ${pragma} as ${String(found)}, not ${reads}`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkVersion(version: string): void {
  const parts = version.split(".").map(Number);
  for (const [index, floor] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > floor) return;
    if (part < floor) throw unusable(`SQLite ${version} is older than ${OLDEST_SQLITE.join(".")}`);
  }
}

function unusable(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
