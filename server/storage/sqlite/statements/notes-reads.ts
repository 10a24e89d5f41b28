import type Database from "better-sqlite3";
import { NOTES_SINCE_MAX } from "../../../ports/notes-store.ts";
import { StorageError } from "../../../ports/storage-error.ts";
import { packBytes } from "../packed-bytes.ts";
import type { NotesLoad, NotesSince, Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";

/** A client that knows of none of these begins anew. */
const LIVES_MAX = 500;

export function notesReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, "notes.load" | "notes.since"> {
  const findSnapshot = database.prepare<[string], { uptoSeq: number; bytes: Buffer }>(
    "SELECT upto_seq AS uptoSeq, bytes FROM notes_snapshots WHERE document_name = ?",
  );
  const findUpdates = database.prepare<[string], { seq: number; bytes: Buffer }>(
    "SELECT seq, bytes FROM notes_updates WHERE document_name = ? ORDER BY seq",
  );
  const findFoldedSeq = database
    .prepare<[string], number>("SELECT upto_seq FROM notes_snapshots WHERE document_name = ?")
    .pluck();
  const findLater = database.prepare<[string, number, number], { seq: number; actor: string; bytes: Buffer }>(
    "SELECT seq, actor, bytes FROM notes_updates WHERE document_name = ? AND seq > ? ORDER BY seq LIMIT ?",
  );
  const findOwners = database
    .prepare<[string], [number, string]>(
      "SELECT client_id, actor FROM notes_owners WHERE document_name = ? ORDER BY client_id",
    )
    .raw();

  const findLives = database.prepare<[number], { number: number; lifeId: string }>(
    "SELECT number, life_id AS lifeId FROM notes_lives ORDER BY number DESC LIMIT ?",
  );
  const findStarts = database.prepare<[string], { number: number; afterSeq: number }>(
    `SELECT life_number AS number, after_seq AS afterSeq FROM notes_life_starts
     WHERE document_name = ? ORDER BY life_number DESC`,
  );

  /** A document came in a life as far as it stood when the next life began in which it was written, or as it stands. */
  function livesOf(documentName: string, seq: number): Pick<NotesLoad, "lifeId" | "reachedSeqs"> {
    const [current, ...earlier] = findLives.all(LIVES_MAX);
    if (current === undefined) throw new StorageError("the store has no life", { retryable: false });
    const starts = findStarts.all(documentName);
    const reachedSeqs = new Map<string, number>();
    let reached = seq;
    let next = 0;
    for (const { number, lifeId } of earlier) {
      for (; (starts[next]?.number ?? 0) > number; next++) reached = starts[next]?.afterSeq ?? reached;
      reachedSeqs.set(lifeId, reached);
    }
    return { lifeId: current.lifeId, reachedSeqs };
  }

  // One transaction, so that no compaction falls between the snapshot and the updates after it.
  const load = database.transaction((documentName: string): NotesLoad => {
    const snapshot = findSnapshot.get(documentName);
    const updates = findUpdates.all(documentName);
    const seq = updates.at(-1)?.seq ?? snapshot?.uptoSeq ?? 0;
    return {
      seq,
      ...livesOf(documentName, seq),
      snapshot: snapshot === undefined ? null : new Uint8Array(snapshot.bytes),
      updates: packBytes(updates.map(({ bytes }) => bytes)),
      owners: new Map(findOwners.all(documentName)),
    };
  });

  const since = database.transaction((documentName: string, seq: number): NotesSince | null => {
    if (seq < (findFoldedSeq.get(documentName) ?? 0)) return null;
    const later = findLater.all(documentName, seq, NOTES_SINCE_MAX + 1);
    if (later.length > NOTES_SINCE_MAX) return null;
    return {
      updates: later.map((row) => ({ seq: row.seq, actor: row.actor })),
      packed: packBytes(later.map(({ bytes }) => bytes)),
      owners: new Map(findOwners.all(documentName)),
    };
  });

  return {
    "notes.load": ({ documentName }) => load(documentName),
    "notes.since": ({ documentName, seq }) => since(documentName, seq),
  };
}
