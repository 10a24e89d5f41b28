import * as Y from "yjs";
import { knownStruct } from "../update/known-structs.ts";
import type { DeleteRange } from "../update/parsed-update.ts";

/** Units of text in a document that nobody deleted and would be deleted, with what stands inside deleted types. */
export function lostChars(doc: Y.Doc, ranges: readonly DeleteRange[]): number {
  let chars = 0;
  const counted = new Set<Y.Item>();
  const holders: Y.Item[] = [];
  for (const range of ranges) {
    for (const item of itemsIn(doc, range)) {
      counted.add(item);
      if (item.content instanceof Y.ContentString) {
        const from = Math.max(range.from, item.id.clock);
        chars += Math.min(range.to, item.id.clock + item.length) - from;
      } else if (item.content instanceof Y.ContentType) holders.push(item);
    }
  }
  for (let holder = holders.pop(); holder !== undefined; holder = holders.pop()) {
    if (!(holder.content instanceof Y.ContentType)) continue;
    for (let item = holder.content.type._start; item !== null; item = item.right) {
      if (item.deleted || counted.has(item)) continue;
      counted.add(item);
      if (item.content instanceof Y.ContentString) chars += item.length;
      else if (item.content instanceof Y.ContentType) holders.push(item);
    }
  }
  return chars;
}

/** Units of text in a document that nobody deleted. */
export function presentChars(doc: Y.Doc): number {
  let chars = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
        chars += struct.length;
    }
  }
  return chars;
}

function* itemsIn(doc: Y.Doc, { client, from, to }: DeleteRange): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  const first = knownStruct(doc, { client, clock: from });
  if (structs === undefined || first === null) return;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= to) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}
