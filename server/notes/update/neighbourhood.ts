import * as Y from "yjs";
import { attributeItem, firstItemIn, typeIn } from "../../../shared/notes/yjs-insides.ts";
import { knownStruct } from "./known-structs.ts";
import { isSameId, type ParsedStruct, type StructId } from "./parsed-update.ts";

/**
 * Tells whether structs land between two that stand side by side, which Yjs puts in place at once; anything else makes it
 * look through what stands between. Remembers what comes with the same update, on top of the document.
 */
export class Neighbourhood {
  readonly #doc: Y.Doc;
  readonly #root: Y.XmlFragment;
  /** Right neighbour of units that got a new one; null at the end of a list. */
  readonly #rightOf = new Map<string, StructId | null>();
  /** First units of structs that came, and what each list that got a first one is called. */
  readonly #heads = new Set<string>();
  readonly #displaced = new Set<string>();
  readonly #filled = new Set<string>();

  constructor(doc: Y.Doc, root: Y.XmlFragment) {
    this.#doc = doc;
    this.#root = root;
  }

  /** Whether nothing stands where the struct goes. `from` is its first unit that is new. */
  isFree(struct: ParsedStruct, from: number): boolean {
    const { left, right } = neighboursOf(struct, from);
    if (left !== null) return isSameId(this.#right(left), right);
    if (right !== null) return this.#isHead(right);
    return this.#isEmpty(struct);
  }

  /** Puts a struct that is free in its place. */
  add(struct: ParsedStruct, from: number): void {
    const { left, right } = neighboursOf(struct, from);
    const first = { client: struct.client, clock: from };
    if (left !== null) this.#rightOf.set(key(left), first);
    else {
      this.#heads.add(key(first));
      if (right === null) this.#filled.add(listOf(struct));
    }
    if (right !== null) {
      this.#heads.delete(key(right));
      this.#displaced.add(key(right));
    }
    this.#rightOf.set(key({ client: struct.client, clock: struct.clock + struct.length - 1 }), right);
  }

  #right(left: StructId): StructId | null {
    const given = this.#rightOf.get(key(left));
    if (given !== undefined) return given;
    const item = knownStruct(this.#doc, left);
    // Inside a struct that came, for its last unit is among the given.
    if (item === null || left.clock < item.id.clock + item.length - 1)
      return { ...left, clock: left.clock + 1 };
    return item instanceof Y.Item ? (item.right?.id ?? null) : null;
  }

  #isHead(right: StructId): boolean {
    const item = knownStruct(this.#doc, right);
    if (item === null) return this.#heads.has(key(right));
    return (
      item instanceof Y.Item &&
      item.left === null &&
      item.id.clock === right.clock &&
      !this.#displaced.has(key(right))
    );
  }

  #isEmpty(struct: ParsedStruct): boolean {
    return !this.#filled.has(listOf(struct)) && firstIn(this.#doc, this.#root, struct) === null;
  }
}

/** What a struct, or the part of it from unit `from` on, says stands left and right of it. */
export function neighboursOf(
  { client, clock, place }: ParsedStruct,
  from: number,
): { left: StructId | null; right: StructId | null } {
  const right = place.by === "neighbours" ? place.right : null;
  if (from > clock) return { left: { client, clock: from - 1 }, right };
  return { left: place.by === "neighbours" ? place.left : null, right };
}

/** Where Yjs begins to look for the place of a struct without neighbours; an attribute's latest value, a list's first item. */
export function firstIn(doc: Y.Doc, root: Y.XmlFragment, { place }: ParsedStruct): Y.Item | null {
  if (place.by !== "root" && place.by !== "parent") return null;
  const item = place.by === "root" ? null : knownStruct(doc, place.parent);
  const type = place.by === "root" ? root : item instanceof Y.Item ? typeIn(item) : null;
  if (type === null) return null;
  return place.attribute === null ? firstItemIn(type) : attributeItem(type, place.attribute);
}

function listOf({ place }: ParsedStruct): string {
  if (place.by !== "root" && place.by !== "parent") return "";
  return `${place.by === "root" ? "root" : key(place.parent)} ${place.attribute ?? ""}`;
}

function key({ client, clock }: StructId): string {
  return `${client}:${clock}`;
}
