import * as Y from "yjs";
import type { NotesBlock } from "../../../shared/documents/notes/notes-blocks.ts";
import { LineNames } from "../../../shared/notes/line-names.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { walkNotes } from "./notes-walk.ts";

/** What is asked of a reader of notes beyond what stands in them. */
interface NotesReading {
  /** Whether lines are named by what ends them; equal texts have other names in another document. */
  readonly namesLines: boolean;
}

/**
 * The notes of a room out of its Yjs state, as the editor writes them (Tiptap 3 node and mark names). The content is
 * taken for hostile: the walk does not recurse, stops at `NOTES_LIMITS` and then says `truncated`; nodes and marks
 * it does not know are read for their text alone. Throws when `state` is not a Yjs update.
 */
export function readNotes(
  state: Uint8Array,
  { namesLines }: NotesReading = { namesLines: false },
): NotesBlock[] {
  const document = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(document, state);
    return walkNotes(document.getXmlFragment(NOTES_FRAGMENT), namesLines ? new LineNames() : null);
  } finally {
    document.destroy();
  }
}
