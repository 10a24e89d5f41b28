import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { NotesVersion } from "../ports/notes-version-store.ts";
import type { Storage } from "../ports/storage.ts";
import { notesFilesOf } from "./archive-format.ts";
import { bytesInPieces, jsonLines } from "./pieces.ts";
import type { ArchivePart } from "./write-archive.ts";

/** The files of one room's notes with their history; none where nobody ever wrote. */
export async function* notesParts(
  { notes, notesVersions }: Pick<Storage, "notes" | "notesVersions">,
  { sessionId, roomId }: { readonly sessionId: string; readonly roomId: string },
): AsyncGenerator<ArchivePart> {
  const documentName = notesDocumentName(sessionId, roomId);
  const files = notesFilesOf(roomId);
  // Before the notes themselves: a version kept later would hold more than they do.
  const versions = (await notesVersions.list(documentName)).reverse();
  const { seq, snapshot, updates, owners } = await notes.load(documentName);
  if (seq === 0 && versions.length === 0) return;
  const snapshotSeq = seq - updates.length;
  yield { name: files.document, content: jsonLines([{ snapshotSeq, seq }]) };
  if (snapshot !== null) yield { name: files.snapshot, content: bytesInPieces(snapshot) };
  const rows = updates.map((bytes, place) => ({ seq: snapshotSeq + 1 + place, bytes }));
  yield { name: files.updates, content: jsonLines(inBase64(rows)) };
  const ownerRows = [...owners].map(([clientId, actor]) => ({ clientId, actor }));
  ownerRows.sort((one, other) => one.clientId - other.clientId);
  yield { name: files.owners, content: jsonLines(ownerRows) };
  const kept: NotesVersion[] = [];
  for (const version of versions) {
    const state = await notesVersions.packedState(documentName, version.versionId);
    // Dropped since to make room for later ones.
    if (state === null) continue;
    kept.push(version);
    yield { name: files.version(version.versionId), isPacked: true, content: bytesInPieces(state) };
  }
  yield { name: files.versions, content: jsonLines(kept) };
}

/** One after the other, so that only one stands in memory twice. */
function* inBase64(rows: readonly { readonly seq: number; readonly bytes: Uint8Array }[]) {
  for (const { seq, bytes } of rows) yield { seq, base64: Buffer.from(bytes).toString("base64") };
}
