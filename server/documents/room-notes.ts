import type { SessionState } from "../../shared/domain/state.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { NotesStore } from "../ports/notes-store.ts";
import type { RoomNotesState } from "./make-document.ts";

/** The notes of all rooms of a session as the store has them. */
export async function storedRoomNotes(
  state: SessionState,
  sessionId: string,
  store: NotesStore,
): Promise<RoomNotesState[]> {
  const notes: RoomNotesState[] = [];
  for (const { roomId } of state.all("room")) {
    const { snapshot, updates } = await store.load(notesDocumentName(sessionId, roomId));
    notes.push({ roomId, stored: { snapshot, updates } });
  }
  return notes;
}
