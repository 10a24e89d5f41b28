import * as Y from "yjs";
import type { NotesBlock } from "../../../shared/documents/notes/notes-blocks.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { walkNotes } from "./notes-walk.ts";

/**
 * The notes of a room out of its Yjs state, as the editor writes them (Tiptap 3 node and mark names). The content is
 * taken for hostile: the walk does not recurse, stops at `NOTES_LIMITS` and then says `truncated`; nodes and marks
 * it does not know are read for their text alone. Throws when `state` is not a Yjs update.
 */
export function readNotes(state: Uint8Array): NotesBlock[] {
  const document = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(document, state);
    return walkNotes(document.getXmlFragment(NOTES_FRAGMENT));
  } finally {
    document.destroy();
  }
}
