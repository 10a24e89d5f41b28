import * as Y from "yjs";
import { NOTES_FRAGMENT } from "../protocol/notes.ts";
import { leaveFormats } from "./yjs-insides.ts";

/** Notes as the store has them: folded up to some point, and what came after. */
export interface StoredNotes {
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

/** The document they are, which may have gaps. Throws where an update cannot be read. */
export function documentOf({ snapshot, updates }: StoredNotes): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 0;
  doc.getXmlFragment(NOTES_FRAGMENT);
  // Yjs tidies formats after remote edits by edits of its own. Clients do so too and send it; the server never writes.
  leaveFormats(doc);
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
