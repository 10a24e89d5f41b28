import * as Y from "yjs";
import type { DeleteRange, StructId } from "./parsed-update.ts";

/** The struct of a document that holds a unit; null when the document does not have it. */
export function knownStruct(doc: Y.Doc, { client, clock }: StructId): Y.Item | Y.GC | null {
  const structs = doc.store.clients.get(client);
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return null;
  return structs[Y.findIndexSS(structs, clock)] ?? null;
}

/** Whether the document has the whole range and nothing in it is left to delete. */
export function isDeleted(doc: Y.Doc, range: DeleteRange): boolean {
  const structs = doc.store.clients.get(range.client);
  if (structs === undefined || range.to > Y.getState(doc.store, range.client)) return false;
  for (let index = Y.findIndexSS(structs, range.from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= range.to) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
