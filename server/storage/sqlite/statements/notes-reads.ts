import type Database from "better-sqlite3";
import { packBytes } from "../packed-bytes.ts";
import type { NotesLoad, Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";

export function notesReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, "notes.load"> {
  const findSnapshot = database.prepare<[string], { uptoSeq: number; bytes: Buffer }>(
    "SELECT upto_seq AS uptoSeq, bytes FROM notes_snapshots WHERE document_name = ?",
  );
  const findUpdates = database.prepare<[string], { seq: number; bytes: Buffer }>(
    "SELECT seq, bytes FROM notes_updates WHERE document_name = ? ORDER BY seq",
  );
  const findOwners = database
    .prepare<[string], [number, string]>(
      "SELECT client_id, actor FROM notes_owners WHERE document_name = ? ORDER BY client_id",
    )
    .raw();

  // One transaction, so that no compaction falls between the snapshot and the updates after it.
  const load = database.transaction((documentName: string): NotesLoad => {
    const snapshot = findSnapshot.get(documentName);
    const updates = findUpdates.all(documentName);
    return {
      seq: updates.at(-1)?.seq ?? snapshot?.uptoSeq ?? 0,
      snapshot: snapshot === undefined ? null : new Uint8Array(snapshot.bytes),
      updates: packBytes(updates.map(({ bytes }) => bytes)),
      owners: new Map(findOwners.all(documentName)),
    };
  });

  return { "notes.load": ({ documentName }) => load(documentName) };
}
