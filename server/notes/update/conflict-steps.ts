import * as Y from "yjs";
import { firstItemIn, typeAround } from "../../../shared/notes/yjs-insides.ts";
import { knownStruct } from "./known-structs.ts";
import { firstIn, neighboursOf } from "./neighbourhood.ts";
import { isSameId, type ParsedStruct, type StructId } from "./parsed-update.ts";

/** Items looked at: those the sender put there himself, and those of others. */
export interface ConflictSteps {
  readonly own: number;
  readonly others: number;
}

/**
 * How many items Yjs looks at to find the place of a struct among those that were put there at the same time: its own loop
 * in `Item.integrate`, without changing anything. Honest writers cause a few; a forged update can make each of thousands of
 * structs look at thousands of items. Stops counting above `ownMax` of the sender's own, which is what he answers for.
 */
export function conflictSteps(
  doc: Y.Doc,
  root: Y.XmlFragment,
  struct: ParsedStruct,
  from: number,
  { isOwn, ownMax }: { readonly isOwn: (clientId: number) => boolean; readonly ownMax: number },
): ConflictSteps {
  const { left, right } = neighboursOf(struct, from);
  const rightItem = right === null ? null : itemAt(doc, right);
  let [own, others] = [0, 0];
  const look = (item: Y.Item, steps: number) => {
    if (isOwn(item.id.client)) own += steps;
    else others += steps;
  };
  let next: Y.Item | null;
  if (left !== null) next = itemAfter(doc, left);
  else if (rightItem !== null) {
    const around = typeAround(rightItem);
    next = around === null ? null : firstItemIn(around);
  } else {
    next = firstIn(doc, root, struct);
    // Yjs goes back from an attribute's latest value to its first, twice.
    for (; next !== null && next.left !== null && own <= ownMax; next = next.left) look(next, 2);
  }
  const seen = new Set<Y.Item>();
  let last: Y.Item | null = null;
  for (; next !== null && own <= ownMax; next = next.right) {
    // Yjs splits an item that the right neighbour lies inside of, and looks at its first part.
    if (next === rightItem && next.id.clock === right?.clock) break;
    look(next, 1);
    if (next === rightItem) break;
    seen.add(next);
    if (left !== null && isInside(left, next)) continue;
    if (isSameId(next.origin, left)) {
      if (next.id.client > struct.client && isSameId(next.rightOrigin, right)) break;
    } else {
      // Most were put behind the one before them; to look those up is half of what counting costs.
      const { origin } = next;
      if (origin === null) break;
      const behind: Y.Item | null = last !== null && isInside(origin, last) ? last : itemAt(doc, origin);
      if (behind === null || !seen.has(behind)) break;
    }
    last = next;
  }
  return { own, others };
}

function itemAt(doc: Y.Doc, id: StructId): Y.Item | null {
  const struct = knownStruct(doc, id);
  return struct instanceof Y.Item ? struct : null;
}

/** What follows a unit: the rest of its own item, which Yjs will split there, or the item after. */
function itemAfter(doc: Y.Doc, left: StructId): Y.Item | null {
  const item = itemAt(doc, left);
  if (item === null) return null;
  return left.clock < item.id.clock + item.length - 1 ? item : item.right;
}

function isInside({ client, clock }: StructId, item: Y.Item): boolean {
  return item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length;
}
