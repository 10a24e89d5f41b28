import type { ClientBlock, ParsedStruct, StructId } from "./parsed-update.ts";

/** What a struct names: neighbours and parent. */
export function anchorsOf({ place }: ParsedStruct): readonly StructId[] {
  switch (place.by) {
    case "nothing":
    case "root":
      return [];
    case "parent":
      return [place.parent];
    case "neighbours":
      return [place.left, place.right].filter((id) => id !== null);
    default: {
      const unreachable: never = place;
      return unreachable;
    }
  }
}

/**
 * The structs of an update, each after those of the same update it names; null where some wait for each other in a circle,
 * which Yjs could never take in. A block whose next struct waits is left until the one it waits for was given out, so each
 * struct is looked at a few times at most.
 */
export function inOrder(blocks: readonly ClientBlock[]): readonly ParsedStruct[] | null {
  const byClient = new Map(blocks.map((block) => [block.client, { block, next: 0 }]));
  const waiting = new Map<ParsedStruct, Cursor[]>();
  const ordered: ParsedStruct[] = [];
  let total = 0;
  const ready: Cursor[] = [...byClient.values()];
  for (const { block } of ready) total += block.structs.length;
  // Grows while it is gone through.
  for (const cursor of ready) {
    const { structs } = cursor.block;
    for (; cursor.next < structs.length; cursor.next++) {
      const struct = structs[cursor.next];
      if (struct === undefined) break;
      const awaited = awaitedBy(struct, byClient);
      if (awaited !== null) {
        const others = waiting.get(awaited);
        if (others === undefined) waiting.set(awaited, [cursor]);
        else others.push(cursor);
        break;
      }
      ordered.push(struct);
      const waiters = waiting.get(struct);
      if (waiters === undefined) continue;
      waiting.delete(struct);
      ready.push(...waiters);
    }
  }
  return ordered.length === total ? ordered : null;
}

interface Cursor {
  readonly block: ClientBlock;
  /** Index of the first struct not given out. */
  next: number;
}

/** The first struct of the update that has to come before this one and was not given out. */
function awaitedBy(of: ParsedStruct, byClient: ReadonlyMap<number, Cursor>): ParsedStruct | null {
  for (const id of anchorsOf(of)) {
    const cursor = byClient.get(id.client);
    const next = cursor?.block.structs[cursor.next];
    if (cursor === undefined || next === undefined || id.clock < next.clock) continue;
    const struct = structAt(cursor.block, id.clock);
    if (struct !== null) return struct;
  }
  return null;
}

/** The struct that holds unit `clock`, if the block has it. */
export function structAt({ structs, from, to }: ClientBlock, clock: number): ParsedStruct | null {
  if (clock < from || clock >= to) return null;
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) break;
    if (clock < struct.clock) high = middle - 1;
    else if (clock >= struct.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return null;
}
