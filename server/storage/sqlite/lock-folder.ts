import { chmodSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { StorageError } from "../../ports/storage-error.ts";
import { checkLocalDisk } from "./local-disk.ts";
import { failureOf } from "./sqlite-error.ts";

/** Stays in the folder; nothing is ever written to it. */
export const LOCK_FILE = "yantao.lock";

/**
 * Makes the folder where it is not there and keeps other servers out of it until the process ends or the returned
 * function is called. The lock is the operating system's, held by a SQLite transaction, so that no crash leaves one
 * behind. Throws `StorageError` when another server has it.
 */
export async function lockFolder(directory: string): Promise<() => void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await checkLocalDisk(directory);
  try {
    const database = locked(join(directory, LOCK_FILE));
    return () => database.close();
  } catch (error) {
    const taken = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
    const message = taken
      ? `another server is using ${directory}`
      : `${join(directory, LOCK_FILE)} cannot be used (${failureOf(error).message}): it is an empty file of the user who runs the server; where it is anything else, remove it`;
    throw new StorageError(message, { retryable: false, cause: error });
  }
}

function locked(file: string): Database.Database {
  const database = new Database(file, { timeout: 0 });
  try {
    chmodSync(file, 0o600);
    // Otherwise the transaction begins with writing a journal beside the file.
    database.pragma("journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
