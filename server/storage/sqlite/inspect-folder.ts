import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { StorageError } from "../../ports/storage-error.ts";
import { DATABASE_FILE } from "./open-sqlite-storage.ts";
import { failureOf } from "./sqlite-error.ts";
import { SECRET_FINGERPRINT } from "./statements/credential-reads.ts";

/** Reading every page of so much takes about half a second from a disk that is not slow; of a larger file only its newest part is read at a start. */
const CHECK_MAX_BYTES = 256 * 1024 * 1024;

export interface FolderFinding {
  /** Nothing was ever kept here: no folder, an empty one, or what a first start left that was cut off. */
  readonly isNew: boolean;
  /** As it was stored with the data; null where none was. */
  readonly secretFingerprint: string | null;
}

const NEW: FolderFinding = { isNew: true, secretFingerprint: null };
const OWN_TABLES = ["heads", "journal", "records", "settings"] as const;
const RESTORE = "put the whole folder back from the backup";

/**
 * Looks at a data folder that no server has open, and changes nothing in it. `hasSecret`: the secret stands beside the
 * database, as it does from the first finished start on. Throws `StorageError`, in one line with what to do, for a
 * database that is missing or cannot be the one that was kept there.
 */
export function inspectFolder(
  directory: string,
  { hasSecret, checkMaxBytes = CHECK_MAX_BYTES }: { hasSecret: boolean; checkMaxBytes?: number },
): FolderFinding {
  const file = join(directory, DATABASE_FILE);
  const bytes = sizeOf(file);
  const walBytes = sizeOf(`${file}-wal`) ?? 0;
  const belongsToData = hasSecret || walBytes > 0;
  if (bytes === undefined || bytes === 0) {
    if (!belongsToData) return NEW;
    throw unusable(
      bytes === 0
        ? `${file} is empty, and what stands beside it says that it was not: ${RESTORE}`
        : `${file} is missing, and other files of it are there: ${RESTORE}; where nothing was ever kept, remove what is in the folder`,
    );
  }
  if (existsSync(`${file}-journal`)) {
    if (hasSecret) throw unusable(`${file}-journal does not belong to this database: ${RESTORE}`);
    // The very first write was cut off. SQLite takes it back as soon as the file is opened for writing.
    return NEW;
  }
  try {
    return readOnly(file, (database) =>
      inspect(database, { file, hasSecret, isSmall: bytes + walBytes <= checkMaxBytes }),
    );
  } catch (error) {
    throw asUnusable(error, file);
  }
}

/** Opens a database that no server has open, and leaves no file beside it that was not there. Throws what SQLite throws. */
export function readOnly<T>(file: string, read: (database: Database.Database) => T): T {
  const beside = ["-shm", "-wal"].map((suffix) => file + suffix).filter((name) => !existsSync(name));
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      database.pragma("trusted_schema = OFF");
      return read(database);
    } finally {
      database.close();
    }
  } finally {
    for (const name of beside) rmSync(name, { force: true });
  }
}

interface Inspected {
  readonly file: string;
  readonly hasSecret: boolean;
  readonly isSmall: boolean;
}

function inspect(database: Database.Database, { file, hasSecret, isSmall }: Inspected): FolderFinding {
  const schema = Number(database.pragma("user_version", { simple: true }));
  const tables = new Set(
    database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  );
  if (schema === 0 && tables.size === 0) return emptied({ file, hasSecret });
  if (schema === 0 || OWN_TABLES.some((name) => !tables.has(name))) {
    throw unusable(`${file} is a database of another program: ${RESTORE}`);
  }
  if (isSmall) {
    const found = database.pragma("quick_check(1)", { simple: true });
    if (found !== "ok") throw damaged(file);
  }
  const settings = new Map(
    database.prepare<[], [string, string]>("SELECT name, value FROM settings").raw().all(),
  );
  const secretFingerprint = settings.get(SECRET_FINGERPRINT) ?? null;
  const hasRows = ["heads", "tokens", "pin_generations"].some((table) => {
    return database.prepare<[], number>(`SELECT EXISTS (SELECT * FROM ${table})`).pluck().get() === 1;
  });
  if (!hasRows && settings.size === 0) return emptied({ file, hasSecret });
  const isUnfinished = !hasRows && settings.size === 1 && secretFingerprint !== null;
  return { isNew: isUnfinished && !hasSecret, secretFingerprint };
}

/** A database with nothing in it: the first start has not come far, or what was in it stood in the `-wal` alone. */
function emptied({ file, hasSecret }: Pick<Inspected, "file" | "hasSecret">): FolderFinding {
  if (!hasSecret) return NEW;
  throw unusable(`${file} holds nothing, though secret.key is there; ${file}-wal may be missing: ${RESTORE}`);
}

/** Undefined where there is none. Throws `StorageError` for what is not a file. */
function sizeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw unusable(`${path} is a folder where a file has to be: ${RESTORE}`);
  return found.size;
}

function asUnusable(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const [, kind] = error.code.split("_");
  switch (kind) {
    case "NOTADB":
      return unusable(`${file} is not a database, or its beginning was overwritten: ${RESTORE}`);
    case "CORRUPT":
      return damaged(file);
    case "CANTOPEN":
    case "PERM":
    case "READONLY":
      return unusable(
        `${file} cannot be read by this user: give the folder back to the user who runs the server`,
      );
    case "IOERR":
      return unusable(
        `${file} is cut short or the disk does not give it (${error.code}): check the disk, then ${RESTORE}`,
      );
    default:
      return unusable(`${file} cannot be used (${failureOf(error).message}): ${RESTORE}`);
  }
}

function damaged(file: string): StorageError {
  return unusable(
    `${file} is damaged, pages in it are cut off or overwritten: keep a copy of the folder, then ${RESTORE}`,
  );
}

function unusable(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
