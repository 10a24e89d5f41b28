import type { AnyRecord } from "../../shared/domain/records.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { ArchiveFile } from "../archive/archive-file.ts";
import { type Manifest, roomsWithNotes } from "../archive/archive-format.ts";
import { archivedNotes, archivedSession } from "../archive/archived-data.ts";
import { stateOf } from "../documents/stored-notes.ts";
import type { StoredRecord } from "../ports/journal.ts";
import type { KeptRecord } from "../ports/kept-data.ts";
import type { NotesVersion } from "../ports/notes-version-store.ts";
import type { SessionPiece } from "../ports/opened-session.ts";

/** Stored in a few milliseconds, and taken apart on the loop in fewer. */
const PIECE_CHARS = 128 * 1024;

/** The session in an archive that was verified, piece by piece. Of its notes the updates are folded, as a server does in time. */
export async function* sessionPieces(archive: ArchiveFile, manifest: Manifest): AsyncGenerator<SessionPiece> {
  const session = await archivedSession(archive, manifest);
  for (const rows of inPieces(session.journal(), ({ command, patches }) => command.length + patches.length))
    yield { kind: "rows", rows };
  for (const records of recordsInPieces(jsonsOf(session.records()))) yield { kind: "records", records };
  for (const records of recordsInPieces(session.baseline()?.jsons ?? [])) yield { kind: "baseline", records };
  for (const roomId of roomsWithNotes(archive.names)) {
    const documentName = notesDocumentName(manifest.sessionId, roomId);
    const notes = await archivedNotes(archive, roomId);
    const seq = notes.reachedSeq();
    const owners = new Map<number, string>();
    for (const { clientId, actor } of notes.notesOwners()) owners.set(clientId, actor);
    const updates = [...notes.notesUpdates()].map(({ bytes }) => bytes);
    const snapshot = stateOf({ snapshot: notes.notesSnapshot()?.bytes ?? null, updates });
    if (seq > 0) yield { kind: "notes", documentName, seq, snapshot, owners };
    for (const { description, state } of notes.notesVersions()) {
      const version: NotesVersion = JSON.parse(description);
      yield { kind: "version", documentName, version, packedState: state };
    }
  }
}

function* jsonsOf(records: Iterable<KeptRecord>): Generator<string> {
  for (const { json } of records) yield json;
}

function* recordsInPieces(jsons: Iterable<string>): Generator<StoredRecord[]> {
  for (const piece of inPieces(jsons, ({ length }) => length))
    yield piece.map((json): AnyRecord => JSON.parse(json));
}

function* inPieces<T>(items: Iterable<T>, charsOf: (item: T) => number): Generator<T[]> {
  let piece: T[] = [];
  let chars = 0;
  for (const item of items) {
    piece.push(item);
    chars += charsOf(item);
    if (chars < PIECE_CHARS) continue;
    yield piece;
    piece = [];
    chars = 0;
  }
  if (piece.length > 0) yield piece;
}
