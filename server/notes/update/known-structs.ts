import type * as Y from "yjs";
import { nextClock, type Struct, structIndex, structsByClient } from "../../../shared/notes/yjs-insides.ts";
import type { DeleteRange, StructId } from "./parsed-update.ts";

/** The struct of a document that holds a unit; null when the document does not have it. */
export function knownStruct(doc: Y.Doc, { client, clock }: StructId): Struct | null {
  const structs = structsByClient(doc).get(client);
  if (structs === undefined || clock >= nextClock(doc, client)) return null;
  return structs[structIndex(structs, clock)] ?? null;
}

/** Whether the document has the whole range and nothing in it is left to delete. */
export function isDeleted(doc: Y.Doc, range: DeleteRange): boolean {
  const structs = structsByClient(doc).get(range.client);
  if (structs === undefined || range.to > nextClock(doc, range.client)) return false;
  return firstNotDeleted(structs, structIndex(structs, range.from), range.to) === null;
}

/** How far ahead the next range is looked for one struct at a time. */
const STRIDE = 8;

/**
 * `isDeleted` for the ranges of one client after the other, each behind the one before it: a whole list of what is known
 * costs one walk along the client's structs.
 */
export class DeletedRanges {
  readonly #structs: readonly Struct[];
  readonly #state: number;
  #index = 0;

  constructor(doc: Y.Doc, client: number) {
    this.#structs = structsByClient(doc).get(client) ?? [];
    this.#state = nextClock(doc, client);
  }

  has(from: number, to: number): boolean {
    if (to > this.#state) return false;
    this.#seek(from);
    const stopped = firstNotDeleted(this.#structs, this.#index, to);
    if (stopped !== null) this.#index = stopped;
    return stopped === null;
  }

  #seek(clock: number): void {
    for (let ahead = 0; ahead < STRIDE; ahead++) {
      const struct = this.#structs[this.#index];
      if (struct === undefined || clock < struct.id.clock + struct.length) return;
      this.#index += 1;
    }
    this.#index = structIndex(this.#structs, clock);
  }
}

/** Index of the first struct before unit `to` that is not deleted, looked for from `index` on. */
function firstNotDeleted(structs: readonly Struct[], index: number, to: number): number | null {
  for (let at = index; at < structs.length; at++) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= to) return null;
    if (!struct.deleted) return at;
  }
  return null;
}
