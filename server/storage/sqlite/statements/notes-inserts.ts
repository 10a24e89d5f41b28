import type Database from "better-sqlite3";
import { rowDigest } from "../row-digest.ts";

/** Puts the snapshot and the owners of a document into their tables, for whatever stores some. */
export function notesInserts(database: Database.Database) {
  const putSnapshot = database.prepare<[string, number, Uint8Array, string]>(
    `INSERT INTO notes_snapshots (document_name, upto_seq, bytes, digest) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET upto_seq = excluded.upto_seq, bytes = excluded.bytes, digest = excluded.digest`,
  );
  const addOwner = database.prepare<[string, number, string, string]>(
    "INSERT INTO notes_owners (document_name, client_id, actor, digest) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );

  return {
    putSnapshot(documentName: string, uptoSeq: number, snapshot: Uint8Array): void {
      putSnapshot.run(documentName, uptoSeq, snapshot, rowDigest(documentName, uptoSeq, snapshot));
    },
    /** Whoever owned it before stays its owner. */
    addOwner(documentName: string, clientId: number, actor: string): void {
      addOwner.run(documentName, clientId, actor, rowDigest(documentName, clientId, actor));
    },
  };
}
