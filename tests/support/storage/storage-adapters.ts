import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Storage } from "../../../server/ports/storage.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { makeDirectory, removeDirectory } from "../temp-directory.ts";

export interface StorageAdapter {
  readonly name: string;
  /** Whether what was stored is there when the same directory is opened again. */
  readonly durable: boolean;
  open(directory: string): Promise<Storage>;
}

/** Every adapter that the contract suites run on. */
export const STORAGE_ADAPTERS: readonly StorageAdapter[] = [
  { name: "memory", durable: false, open: async () => openMemoryStorage() },
  { name: "sqlite", durable: true, open: (directory) => openSqliteStorage({ directory }) },
];

/** One storage for all tests of the surrounding `describe`, which keep apart by the ids they use. */
export function storageForSuite(adapter: StorageAdapter): () => Storage {
  let opened: { readonly storage: Storage; readonly directory: string } | null = null;
  beforeAll(async () => {
    const directory = await makeDirectory();
    opened = { storage: await adapter.open(directory), directory };
  });
  afterAll(async () => {
    if (opened === null) return;
    await opened.storage.close();
    await removeDirectory(opened.directory);
  });
  return () => {
    if (opened === null) throw new Error("the storage is open only while tests run");
    return opened.storage;
  };
}

/** Opens a storage for one test; it is closed when the test is over. */
export async function openForTest(adapter: StorageAdapter, directory: string): Promise<Storage> {
  const storage = await adapter.open(directory);
  onTestFinished(() => storage.close());
  return storage;
}
