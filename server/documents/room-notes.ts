import type { SessionState } from "../../shared/domain/state.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import type { NotesStore } from "../ports/notes-store.ts";
import type { RoomNotesState } from "./make-document.ts";

/** A room's notes, and how far they had come. */
export interface StoredRoomNotes extends RoomNotesState {
  readonly seq: number;
}

/** The notes of all rooms of a session as the store has them. */
export async function storedRoomNotes(
  state: SessionState,
  sessionId: string,
  store: NotesStore,
): Promise<StoredRoomNotes[]> {
  const notes: StoredRoomNotes[] = [];
  for (const { roomId } of state.all("room")) {
    const { seq, snapshot, updates } = await store.load(notesDocumentName(sessionId, roomId));
    notes.push({ roomId, seq, stored: { snapshot, updates } });
  }
  return notes;
}
