import * as Y from "yjs";
import { hasGaps, leaveFormats } from "../../../shared/notes/yjs-insides.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import type { LoadedNotes } from "../../ports/notes-store.ts";

/** A stored document that cannot be opened. */
export class UnreadableDocument extends Error {
  constructor(documentName: string, options?: { cause: unknown }) {
    super(`notes document ${documentName} cannot be opened`, options);
    this.name = "UnreadableDocument";
  }
}

/** Builds a document from what is stored. Throws `UnreadableDocument` when that is damaged or incomplete. */
export function openDocument(documentName: string, stored: Pick<LoadedNotes, "snapshot" | "updates">): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 0;
  doc.getXmlFragment(NOTES_FRAGMENT);
  // Yjs tidies formats after remote edits by edits of its own. Clients do so too and send it; the server never writes.
  leaveFormats(doc);
  try {
    doc.transact(() => {
      if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
      for (const update of stored.updates) Y.applyUpdate(doc, update);
    });
  } catch (cause) {
    throw new UnreadableDocument(documentName, { cause });
  }
  if (hasGaps(doc)) throw new UnreadableDocument(documentName);
  return doc;
}
