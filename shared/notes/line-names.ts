import type * as Y from "yjs";
import type { LineEnd } from "./flow.ts";
import { firstItemIn, holderOf, wordsIn } from "./yjs-insides.ts";

/**
 * Names lines by the item of what ends them, which stays while people write in the line, split what is above it and move what is
 * around it. Good for one reading of a document.
 */
export class LineNames {
  readonly #ends = new Map<Y.XmlText, ReadonlyMap<number, string>>();

  /** Null for what no document holds. */
  nameOf(end: LineEnd): string | null {
    if (end.by === "carrier") {
      const item = holderOf(end.carrier);
      return item === null ? null : nameOf(item.id, 0);
    }
    return this.#endsIn(end.text).get(end.at) ?? null;
  }

  /** By where in the text they stand, the names of what can end a line; found once a text. */
  #endsIn(text: Y.XmlText): ReadonlyMap<number, string> {
    const known = this.#ends.get(text);
    if (known !== undefined) return known;
    const ends = new Map<number, string>();
    let at = 0;
    for (let item = firstItemIn(text); item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue;
      const words = wordsIn(item);
      if (words === null) ends.set(at, nameOf(item.id, 0));
      else {
        for (let place = words.indexOf("\n"); place !== -1; place = words.indexOf("\n", place + 1))
          ends.set(at + place, nameOf(item.id, place));
      }
      at += item.length;
    }
    this.#ends.set(text, ends);
    return ends;
  }
}

function nameOf({ client, clock }: Y.ID, offset: number): string {
  return `${client}.${clock + offset}`;
}
