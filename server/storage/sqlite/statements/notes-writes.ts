import type Database from "better-sqlite3";
import { StorageError } from "../../../ports/storage-error.ts";
import { checkSnapshotReach, checkUpdateFollows } from "../../check-append.ts";
import { unpackBytes } from "../packed-bytes.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";

type NotesWrites = "notes.append" | "notes.compact";

export function notesWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, NotesWrites> {
  const findLastUpdate = database
    .prepare<[string], number | null>("SELECT max(seq) FROM notes_updates WHERE document_name = ?")
    .pluck();
  const findSnapshotSeq = database
    .prepare<[string], number>("SELECT upto_seq FROM notes_snapshots WHERE document_name = ?")
    .pluck();
  const addUpdate = database.prepare<[string, number, string, number, Uint8Array]>(
    "INSERT INTO notes_updates (document_name, seq, actor, at, bytes) VALUES (?, ?, ?, ?, ?)",
  );
  const addOwner = database.prepare<[string, number, string]>(
    "INSERT INTO notes_owners (document_name, client_id, actor) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const putSnapshot = database.prepare<[string, number, Uint8Array]>(
    `INSERT INTO notes_snapshots (document_name, upto_seq, bytes) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET upto_seq = excluded.upto_seq, bytes = excluded.bytes`,
  );
  const dropUpdates = database.prepare<[string, number]>(
    "DELETE FROM notes_updates WHERE document_name = ? AND seq <= ?",
  );

  function lastSeqOf(documentName: string): number {
    return findLastUpdate.get(documentName) ?? findSnapshotSeq.get(documentName) ?? 0;
  }

  return {
    "notes.append": ({ updates, packed }) => {
      const parts = unpackBytes(packed);
      const lastSeqs = new Map<string, number>();
      for (const [index, { documentName, seq, actor, clientIds, at }] of updates.entries()) {
        checkUpdateFollows(documentName, lastSeqs.get(documentName) ?? lastSeqOf(documentName), seq);
        const bytes = parts[index];
        if (bytes === undefined) {
          throw new StorageError(`notes ${documentName}: update ${seq} has no bytes`, { retryable: false });
        }
        addUpdate.run(documentName, seq, actor, at, bytes);
        for (const clientId of clientIds) addOwner.run(documentName, clientId, actor);
        lastSeqs.set(documentName, seq);
      }
      return null;
    },
    "notes.compact": ({ documentName, uptoSeq, snapshot }) => {
      const storedUptoSeq = findSnapshotSeq.get(documentName) ?? 0;
      checkSnapshotReach(documentName, { storedUptoSeq, lastSeq: lastSeqOf(documentName) }, uptoSeq);
      putSnapshot.run(documentName, uptoSeq, snapshot);
      dropUpdates.run(documentName, uptoSeq);
      return null;
    },
  };
}
