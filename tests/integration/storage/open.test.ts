import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../../server/storage/sqlite/migrations.ts";
import { DATABASE_FILE, openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { ON_WINDOWS } from "../../support/process/on-windows.ts";
import { expectStorageError } from "../../support/storage/expect-storage-error.ts";
import { batchOn, newId } from "../../support/storage/journal-batches.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

function permissions(path: string): number {
  return statSync(path).mode & 0o777;
}

test.skipIf(ON_WINDOWS)("directory and files are for the owner alone", async () => {
  const directory = join(await tempDirectory(), "new", "data");
  const storage = await openSqliteStorage({ directory });
  await storage.probe();
  expect(permissions(directory)).toBe(0o700);
  for (const suffix of ["", "-wal", "-shm"]) {
    expect(permissions(join(directory, DATABASE_FILE + suffix)), suffix).toBe(0o600);
  }
  await storage.close();
});

test.skipIf(ON_WINDOWS)("a file that others could read is closed to them", async () => {
  const directory = await tempDirectory();
  writeFileSync(join(directory, DATABASE_FILE), "", { mode: 0o644 });
  const storage = await openSqliteStorage({ directory });
  expect(permissions(join(directory, DATABASE_FILE))).toBe(0o600);
  await storage.close();
});

test("a newer schema is refused and left as it is", async () => {
  const directory = await tempDirectory();
  const file = join(directory, DATABASE_FILE);
  await (await openSqliteStorage({ directory })).close();
  const database = new Database(file);
  database.pragma("user_version = 99");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  const before = readFileSync(file);
  const opening = openSqliteStorage({ directory });
  await expectStorageError(opening, { retryable: false });
  await expect(opening).rejects.toThrow(/schema 99.*newer server/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file that is no database is refused and left as it is", async () => {
  const directory = await tempDirectory();
  const file = join(directory, DATABASE_FILE);
  const text = "not a database\n".repeat(1_000);
  writeFileSync(file, text);
  await expectStorageError(openSqliteStorage({ directory }), { retryable: false });
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("closing leaves one file that holds everything", async () => {
  const directory = await tempDirectory();
  const storage = await openSqliteStorage({ directory });
  const sessionId = newId();
  await storage.journal.append(batchOn(sessionId, 0));
  await storage.close();
  expect(readdirSync(directory)).toEqual([DATABASE_FILE]);
  const database = new Database(join(directory, DATABASE_FILE), { readonly: true });
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(database.pragma("foreign_key_check")).toEqual([]);
  expect(database.prepare("SELECT session_id FROM journal").pluck().all()).toEqual([sessionId]);
  database.close();
});

test("what is opened is told to the log", async () => {
  const directory = await tempDirectory();
  const lines: unknown[] = [];
  const storage = await openSqliteStorage({ directory, log: (...line) => lines.push(line) });
  await storage.close();
  const details = { file: join(directory, DATABASE_FILE), schema: SCHEMA_VERSION, foundSchema: 0 };
  expect(lines).toMatchObject([["database opened", details]]);
});
