import { stateOf } from "../../../server/documents/stored-notes.ts";
import type { Storage } from "../../../server/ports/storage.ts";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import { docOf, textOf } from "../notes/notes-editor.ts";

/** All that is kept of a session but who may enter it, and that it was opened; of notes what they come to. */
export async function keptOf({ journal, notes, notesVersions }: Storage, sessionId: string) {
  const loaded = await journal.load(sessionId);
  const roomIds = (loaded?.records ?? []).flatMap(({ id, kind }) => (kind === "room" ? [id.slice(5)] : []));
  const rooms = await Promise.all(
    roomIds.map(async (roomId) => {
      const name = notesDocumentName(sessionId, roomId);
      const { seq, owners, ...stored } = await notes.load(name);
      const versions = await notesVersions.list(name);
      const states = await Promise.all(
        versions.map(({ versionId }) => notesVersions.packedState(name, versionId)),
      );
      const text = seq === 0 ? "" : textOf(docOf(stateOf(stored)));
      return { roomId, seq, owners, text, versions, states };
    }),
  );
  const { openedAt: _openedAt, overview: _overview, ...said } = loaded ?? {};
  const rows = await journal.rows(sessionId, 0, 1_000_000);
  return { ...said, rows, rooms, baseline: await journal.baseline(sessionId) };
}
