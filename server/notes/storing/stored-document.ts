import type * as Y from "yjs";
import { lastLine } from "../../../shared/notes/last-line.ts";
import { documentOf, type StoredNotes } from "../../../shared/notes/stored-document.ts";
import { hasGaps } from "../../../shared/notes/yjs-insides.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";

/** A stored document that cannot be opened. */
export class UnreadableDocument extends Error {
  constructor(documentName: string, options?: { cause: unknown }) {
    super(`notes document ${documentName} cannot be opened`, options);
    this.name = "UnreadableDocument";
  }
}

/** Builds a document from what is stored. Throws `UnreadableDocument` when that is damaged or incomplete. */
export function openDocument(documentName: string, stored: StoredNotes): Y.Doc {
  const doc = readDocument(documentName, stored);
  if (hasGaps(doc)) throw new UnreadableDocument(documentName);
  return doc;
}

function readDocument(documentName: string, stored: StoredNotes): Y.Doc {
  try {
    return documentOf(stored);
  } catch (cause) {
    throw new UnreadableDocument(documentName, { cause });
  }
}

/** The last line that says something in what is stored, cut; empty where none does. Throws where it cannot be read. */
export function storedLastLine(stored: StoredNotes): string {
  const doc = documentOf(stored);
  try {
    return lastLine(doc.getXmlFragment(NOTES_FRAGMENT), LIMITS.noteLineMaxChars);
  } finally {
    doc.destroy();
  }
}
