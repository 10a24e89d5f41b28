import { StorageError } from "../../../server/ports/storage-error.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import type { StorageCall, StorageReply } from "./storage-process.ts";

/** Opens the SQLite storage in the directory it is given and does what its parent asks, until that lets go of it. */
const storage = await openSqliteStorage({ directory: process.argv[2] ?? "" });

function perform(call: StorageCall): Promise<unknown> {
  switch (call.name) {
    case "append":
      return storage.journal.append(call.batch);
    case "load":
      return storage.journal.load(call.sessionId);
    case "appendNotes":
      return storage.notes.append(call.updates);
    case "loadNotes":
      return storage.notes.load(call.documentName);
    case "probe":
      return storage.probe();
  }
}

function send(reply: StorageReply): void {
  if (process.connected) process.send?.(reply);
}

process.on("message", ({ number, call }: { number: number; call: StorageCall }) => {
  perform(call).then(
    (output) => send({ number, output }),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send({ number, message, retryable: error instanceof StorageError ? error.retryable : null });
    },
  );
});
process.on("disconnect", () => storage.close());
send({ number: 0, output: "open" });
