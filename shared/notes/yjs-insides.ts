import * as Y from "yjs";

/*
 * What is used of Yjs beyond what it documents: how a document is stored, and what its items hold. It stands here alone, and
 * tests/unit/notes/yjs-insides.test.ts fails where an upgrade moves any of it.
 */

export type Struct = Y.Item | Y.GC;

/** Any of Yjs' shared types. */
export interface SharedType {
  readonly _item: Y.Item | null;
  readonly _start: Y.Item | null;
  readonly _map: ReadonlyMap<string, Y.Item>;
}

/** Client ids a document has structs of, with those structs in the order of their clocks. */
export function structsByClient(doc: Y.Doc): ReadonlyMap<number, readonly Struct[]> {
  return doc.store.clients;
}

/** The clock that a client's next struct has: 0 for one the document does not know. */
export function nextClock(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client);
}

/** Index of the struct that holds the unit `clock`, which has to be in one of them. */
export function structIndex(structs: readonly Struct[], clock: number): number {
  return Y.findIndexSS(structs as Struct[], clock);
}

/** Whether something the document was given waits for what it hangs on. */
export function hasGaps(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** What waits in the document, as an update of the second format; null where nothing does. */
export function waitingUpdate(doc: Y.Doc): Uint8Array | null {
  return doc.store.pendingStructs?.update ?? null;
}

/** The item that holds a shared type; null for a root. */
export function holderOf(type: SharedType): Y.Item | null {
  return type._item;
}

/** The first item in the list of a shared type, deleted or not. */
export function firstItemIn(type: SharedType): Y.Item | null {
  return type._start;
}

/** The item with the latest value of an attribute, deleted or not. */
export function attributeItem(type: SharedType, name: string): Y.Item | null {
  return type._map.get(name) ?? null;
}

/** The shared type an item stands in; null once that is gone. */
export function typeAround({ parent }: Y.Item): SharedType | null {
  return parent instanceof Y.AbstractType ? parent : null;
}

/** The shared type an item holds. */
export function typeIn({ content }: Y.Item): SharedType | null {
  return content instanceof Y.ContentType ? content.type : null;
}

/** The words an item holds. */
export function wordsIn({ content }: Y.Item): string | null {
  return content instanceof Y.ContentString ? content.str : null;
}

/** Whether what an item held is gone with it. */
export function isEmptied({ content }: Y.Item): boolean {
  return content instanceof Y.ContentDeleted;
}

/** Keeps Yjs from tidying formats by edits of its own after edits that came from elsewhere; who writes does it too. */
export function leaveFormats(doc: Y.Doc): void {
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
}
