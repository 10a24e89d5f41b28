import { randomBytes } from "node:crypto";
import type Database from "better-sqlite3";
import { StorageError } from "../../../ports/storage-error.ts";
import { checkSnapshotReach, findLostRaces } from "../../check-append.ts";
import { unpackBytes } from "../packed-bytes.ts";
import { rowDigest } from "../row-digest.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";
import { notesInserts } from "./notes-inserts.ts";

type NotesWrites = "notes.append" | "notes.compact";

/** Begins another life of the store, which ends with the connection; returns its number. */
export function beginLife(database: Database.Database): number {
  const lifeId = randomBytes(16).toString("hex");
  const { lastInsertRowid } = database.prepare("INSERT INTO notes_lives (life_id) VALUES (?)").run(lifeId);
  return Number(lastInsertRowid);
}

export function notesWrites(
  database: Database.Database,
  lifeNumber: number,
): Pick<Operations<WriteInputs, WriteOutputs>, NotesWrites> {
  const findLastUpdate = database
    .prepare<[string], number | null>("SELECT max(seq) FROM notes_updates WHERE document_name = ?")
    .pluck();
  const findSnapshotSeq = database
    .prepare<[string], number>("SELECT upto_seq FROM notes_snapshots WHERE document_name = ?")
    .pluck();
  const addUpdate = database.prepare<[string, number, string, number, Uint8Array, string]>(
    "INSERT INTO notes_updates (document_name, seq, actor, at, bytes, digest) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const { putSnapshot, addOwner } = notesInserts(database);
  const dropUpdates = database.prepare<[string, number]>(
    "DELETE FROM notes_updates WHERE document_name = ? AND seq <= ?",
  );

  const startLife = database.prepare<[string, number, number]>(
    `INSERT INTO notes_life_starts (document_name, life_number, after_seq) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );

  function lastSeqOf(documentName: string): number {
    return findLastUpdate.get(documentName) ?? findSnapshotSeq.get(documentName) ?? 0;
  }

  return {
    "notes.append": ({ updates, packed }) => {
      const lastSeqs = findLostRaces(updates, lastSeqOf);
      if (lastSeqs.size > 0) return { ok: false, lastSeqs };
      const parts = unpackBytes(packed);
      const begun = new Set<string>();
      for (const [index, { documentName, seq, actor, clientIds, at }] of updates.entries()) {
        if (!begun.has(documentName)) startLife.run(documentName, lifeNumber, seq - 1);
        begun.add(documentName);
        const bytes = parts[index];
        if (bytes === undefined) {
          throw new StorageError(`notes ${documentName}: update ${seq} has no bytes`, { retryable: false });
        }
        addUpdate.run(documentName, seq, actor, at, bytes, rowDigest(documentName, seq, actor, at, bytes));
        for (const clientId of clientIds) addOwner(documentName, clientId, actor);
      }
      return { ok: true };
    },
    "notes.compact": ({ documentName, uptoSeq, snapshot }) => {
      const storedUptoSeq = findSnapshotSeq.get(documentName) ?? 0;
      checkSnapshotReach(documentName, { storedUptoSeq, lastSeq: lastSeqOf(documentName) }, uptoSeq);
      putSnapshot(documentName, uptoSeq, snapshot);
      dropUpdates.run(documentName, uptoSeq);
      return null;
    },
  };
}
