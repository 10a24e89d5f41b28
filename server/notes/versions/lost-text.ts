import * as Y from "yjs";
import {
  firstItemIn,
  type SharedType,
  structIndex,
  structsByClient,
  typeIn,
  wordsIn,
} from "../../../shared/notes/yjs-insides.ts";
import { knownStruct } from "../update/known-structs.ts";
import type { DeleteRange } from "../update/parsed-update.ts";

/** Units of text in a document that nobody deleted and would be deleted, with what stands inside deleted types. */
export function lostChars(doc: Y.Doc, ranges: readonly DeleteRange[]): number {
  let chars = 0;
  const counted = new Set<Y.Item>();
  const held: SharedType[] = [];
  const hold = (item: Y.Item) => {
    const type = typeIn(item);
    if (type !== null) held.push(type);
  };
  for (const range of ranges) {
    for (const item of itemsIn(doc, range)) {
      counted.add(item);
      if (wordsIn(item) !== null) {
        const from = Math.max(range.from, item.id.clock);
        chars += Math.min(range.to, item.id.clock + item.length) - from;
      } else hold(item);
    }
  }
  for (let type = held.pop(); type !== undefined; type = held.pop()) {
    for (let item = firstItemIn(type); item !== null; item = item.right) {
      if (item.deleted || counted.has(item)) continue;
      counted.add(item);
      if (wordsIn(item) !== null) chars += item.length;
      else hold(item);
    }
  }
  return chars;
}

/** Units of text in a document that nobody deleted. */
export function presentChars(doc: Y.Doc): number {
  let chars = 0;
  for (const structs of structsByClient(doc).values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && !struct.deleted && wordsIn(struct) !== null) chars += struct.length;
    }
  }
  return chars;
}

function* itemsIn(doc: Y.Doc, { client, from, to }: DeleteRange): Generator<Y.Item> {
  const structs = structsByClient(doc).get(client);
  const first = knownStruct(doc, { client, clock: from });
  if (structs === undefined || first === null) return;
  for (let index = structIndex(structs, from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= to) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}
