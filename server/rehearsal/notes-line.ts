import * as Y from "yjs";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import { NOTES_FRAGMENT } from "../../shared/protocol/notes.ts";
import { openDocument } from "../notes/storing/stored-document.ts";

/** The update that adds a line at the end of a document of notes, written under `clientId`. Throws where that cannot be read. */
export function lineUpdate(
  documentName: string,
  stored: StoredNotes,
  { clientId, text }: { readonly clientId: number; readonly text: string },
): Uint8Array {
  const document = openDocument(documentName, stored);
  try {
    document.clientID = clientId;
    const before = Y.encodeStateVector(document);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    const fragment = document.getXmlFragment(NOTES_FRAGMENT);
    fragment.insert(fragment.length, [paragraph]);
    return Y.encodeStateAsUpdate(document, before);
  } finally {
    document.destroy();
  }
}
