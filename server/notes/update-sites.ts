import * as Y from "yjs";
import { type Container, containerDepth, isAllowedAt, isSameContainer, type Site } from "./containers.ts";
import type { NotesLimits } from "./notes-limits.ts";
import {
  type ClientBlock,
  type ParsedStruct,
  STRUCT_KIND,
  type StructId,
  type StructPlace,
} from "./parsed-update.ts";

/** `gone`: what it stood in was deleted for good, so Yjs will drop it. `later`: hangs on a struct not yet looked at. */
type Placement = Site | "gone" | "later" | "unknown" | "forbidden";

type Outcome = "ok" | "later" | "unknown" | "forbidden";

/** Finds where every new struct of one update lands and holds it against the structure rules. */
export class UpdateSites {
  readonly #doc: Y.Doc;
  readonly #root: Site;
  readonly #rootAttribute: Site;
  readonly #limits: NotesLimits;
  readonly #blocks: ReadonlyMap<number, ClientBlock>;
  readonly #placed = new Map<ParsedStruct, Site | "gone">();
  /** What the last struct that came out as `later` hangs on. */
  #awaited: ParsedStruct | null = null;

  constructor(doc: Y.Doc, root: Y.XmlFragment, blocks: readonly ClientBlock[], limits: NotesLimits) {
    this.#doc = doc;
    this.#root = { container: { known: root }, attribute: false };
    this.#rootAttribute = { container: { known: root }, attribute: true };
    this.#limits = limits;
    this.#blocks = new Map(blocks.map((block) => [block.client, block]));
  }

  /**
   * Goes through the blocks the way Yjs integrates them. A block whose next struct hangs on one not yet placed waits for
   * that one alone, so each struct is looked at a few times at most; blocks still waiting in the end form a circle, which
   * Yjs could never integrate.
   */
  check(): Exclude<Outcome, "later"> {
    const cursors = [...this.#blocks.values()].map((block) => {
      return { block, next: 0, known: Y.getState(this.#doc.store, block.client) };
    });
    const waiting = new Map<ParsedStruct, typeof cursors>();
    const ready = [...cursors];
    // Grows while it is gone through.
    for (const cursor of ready) {
      for (; cursor.next < cursor.block.structs.length; cursor.next++) {
        const struct = cursor.block.structs[cursor.next];
        if (struct === undefined) break;
        const isKnown = struct.clock + struct.length <= cursor.known;
        const outcome = isKnown ? this.#anchor(struct) : this.#place(struct, cursor.known);
        if (outcome === "later") {
          if (this.#awaited === null) return "forbidden";
          const others = waiting.get(this.#awaited);
          if (others === undefined) waiting.set(this.#awaited, [cursor]);
          else others.push(cursor);
          break;
        }
        if (outcome !== "ok") return outcome;
        ready.push(...(waiting.get(struct) ?? []));
        waiting.delete(struct);
      }
    }
    return waiting.size === 0 ? "ok" : "forbidden";
  }

  /** Yjs looks up the neighbours and parent even of a struct it has, and fails where they are not there. */
  #anchor({ place }: ParsedStruct): Outcome {
    const anchors =
      place.by === "neighbours" ? [place.left, place.right] : place.by === "parent" ? [place.parent] : [];
    return anchors.every((id) => id === null || this.#isKnown(id)) ? "ok" : "forbidden";
  }

  #isKnown({ client, clock }: StructId): boolean {
    return clock < Y.getState(this.#doc.store, client);
  }

  #place(struct: ParsedStruct, known: number): Outcome {
    if (struct.kind === STRUCT_KIND.collected) {
      this.#placed.set(struct, "gone");
      return "ok";
    }
    const site = this.#siteOf(struct.place);
    if (site === "later" || site === "unknown" || site === "forbidden") return site;
    if (site === "gone") {
      this.#placed.set(struct, site);
      return "ok";
    }
    if (!isAllowedAt(struct.kind, site)) return "forbidden";
    if (struct.kind === STRUCT_KIND.type) {
      if (containerDepth(site.container, this.#limits.depthMax) >= this.#limits.depthMax) return "forbidden";
    }
    if (struct.clock < known && !this.#continues(struct, known, site)) return "forbidden";
    this.#placed.set(struct, site);
    return "ok";
  }

  /** The rest of a struct whose start is known must stand where that start stands. */
  #continues(struct: ParsedStruct, known: number, site: Site): boolean {
    const start = this.#siteAt({ client: struct.client, clock: known - 1 });
    return start === "gone" || (typeof start === "object" && isSameSite(start, site));
  }

  #siteOf(place: StructPlace): Placement {
    switch (place.by) {
      case "nothing":
        return "gone";
      case "root":
        return place.attribute ? this.#rootAttribute : this.#root;
      case "parent":
        return this.#siteUnder(place.parent, place.attribute);
      case "neighbours":
        return this.#siteBetween(place.left, place.right);
      default: {
        const unreachable: never = place;
        return unreachable;
      }
    }
  }

  #siteBetween(left: StructId | null, right: StructId | null): Placement {
    const leftSite = left === null ? null : this.#siteAt(left);
    const rightSite = right === null ? null : this.#siteAt(right);
    for (const site of [leftSite, rightSite]) if (site === "unknown" || site === "forbidden") return site;
    if (leftSite === "later" || rightSite === "later") return "later";
    if (leftSite === "gone" || rightSite === "gone") return "gone";
    if (leftSite === null || rightSite === null) return leftSite ?? rightSite ?? "forbidden";
    if (typeof leftSite !== "object" || typeof rightSite !== "object") return "forbidden";
    return isSameSite(leftSite, rightSite) && !leftSite.attribute ? leftSite : "forbidden";
  }

  #siteAt(id: StructId): Placement {
    const struct = this.#find(id);
    if (struct === "unknown") return struct;
    if (struct instanceof Y.GC) return "gone";
    if (struct instanceof Y.Item) {
      if (!(struct.parent instanceof Y.AbstractType)) return "gone";
      return { container: { known: struct.parent }, attribute: struct.parentSub !== null };
    }
    return this.#placed.get(struct) ?? this.#await(struct);
  }

  #siteUnder(parent: StructId, attribute: boolean): Placement {
    const struct = this.#find(parent);
    if (struct === "unknown") return struct;
    if (struct instanceof Y.GC) return "gone";
    if (struct instanceof Y.Item) {
      if (struct.content instanceof Y.ContentDeleted) return "gone";
      if (!(struct.content instanceof Y.ContentType)) return "forbidden";
      return { container: { known: struct.content.type }, attribute };
    }
    const site = this.#placed.get(struct);
    if (site === undefined) return this.#await(struct);
    if (site === "gone" || struct.kind === STRUCT_KIND.deleted) return "gone";
    if (struct.kind !== STRUCT_KIND.type) return "forbidden";
    const container: Container = {
      coming: struct,
      depth: containerDepth(site.container, this.#limits.depthMax) + 1,
    };
    return { container, attribute };
  }

  #await(struct: ParsedStruct): "later" {
    this.#awaited = struct;
    return "later";
  }

  #find({ client, clock }: StructId): Y.Item | Y.GC | ParsedStruct | "unknown" {
    const known = this.#doc.store.clients.get(client);
    if (known !== undefined && clock < Y.getState(this.#doc.store, client)) {
      return known[Y.findIndexSS(known, clock)] ?? "unknown";
    }
    const block = this.#blocks.get(client);
    if (block === undefined || clock < block.from || clock >= block.to) return "unknown";
    return structAt(block.structs, clock);
  }
}

function isSameSite(one: Site, other: Site): boolean {
  return one.attribute === other.attribute && isSameContainer(one.container, other.container);
}

function structAt(structs: readonly ParsedStruct[], clock: number): ParsedStruct | "unknown" {
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
  return "unknown";
}
