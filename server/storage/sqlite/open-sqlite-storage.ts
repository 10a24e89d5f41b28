import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Storage } from "../../ports/storage.ts";
import { checkLocalDisk } from "./local-disk.ts";
import { sqliteAttemptStore } from "./sqlite-attempt-store.ts";
import { sqliteCredentialStore } from "./sqlite-credential-store.ts";
import { sqliteJournal } from "./sqlite-journal.ts";
import { sqliteNotesStore } from "./sqlite-notes-store.ts";
import { sqliteNotesVersionStore } from "./sqlite-notes-version-store.ts";
import { sqliteOpening } from "./sqlite-opening.ts";
import type { ReadInputs, ReadOutputs, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import { startThread } from "./threads/start-thread.ts";
import { ThreadClient } from "./threads/thread-client.ts";

/** Name of the database in its directory; SQLite puts `-wal` and `-shm` beside it. */
export const DATABASE_FILE = "yantao.db";

export interface SqliteStorageOptions {
  /** Where the database lives; made, for the owner alone, when it is not there. */
  readonly directory: string;
  /** Told of the opening, and once of data that are damaged. */
  readonly log?: (message: string, details?: object) => void;
  /** Told of a database thread that died: nothing can be stored, or read, any more. */
  readonly onDeath?: (thread: "writer" | "reader", reason: string) => void;
}

/**
 * Everything on one machine's disk. All database work is done by two threads, so that neither a slow disk nor a long
 * read stalls the caller's loop: one writes and commits in groups, one reads. Rejects with `StorageError` for a
 * database this server cannot use (a newer schema, a network disk, a setting SQLite does not take).
 */
export async function openSqliteStorage({
  directory,
  log = () => {},
  onDeath = () => {},
}: SqliteStorageOptions): Promise<Storage> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await checkLocalDisk(directory);
  const file = join(directory, DATABASE_FILE);
  let isDamaged = false;
  const onDamage = (error: string) => {
    if (isDamaged) return;
    isDamaged = true;
    log("the database is damaged: stop the server, verify the folder, put the backup back", { file, error });
  };
  const [writer, reader] = await Promise.all([
    startThread("writer-thread").then(
      (thread) =>
        new ThreadClient<WriteInputs, WriteOutputs>(thread, {
          onDeath: (reason) => onDeath("writer", reason),
          onDamage,
        }),
    ),
    startThread("reader-thread").then(
      (thread) =>
        new ThreadClient<ReadInputs, ReadOutputs>(thread, {
          onDeath: (reason) => onDeath("reader", reason),
          onDamage,
        }),
    ),
  ]);

  /** The reader first: the connection that closes last folds the WAL into the database. */
  async function close(): Promise<void> {
    await reader.close();
    await writer.close();
  }

  try {
    log("database opened", await writer.open(file));
    await reader.open(file);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    journal: sqliteJournal(writer, reader),
    notes: sqliteNotesStore(writer, reader),
    notesVersions: sqliteNotesVersionStore(writer, reader),
    credentials: sqliteCredentialStore(writer, reader),
    attempts: sqliteAttemptStore(writer, reader),
    forget: (sessionId) => writer.call("session.forget", { sessionId }),
    open: sqliteOpening(writer),
    async probe() {
      await writer.call("probe", null);
    },
    isDamaged: () => isDamaged,
    close,
  };
}
