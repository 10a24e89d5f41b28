import * as Y from "yjs";
import { isEmptied, nextClock, type Struct, typeAround, typeIn } from "../../../shared/notes/yjs-insides.ts";
import type { NotesLimits } from "../notes-limits.ts";
import {
  type Container,
  childrenMax,
  childrenNow,
  containerDepth,
  containerKey,
  isAllowedAt,
  isSameSite,
  type Site,
} from "./containers.ts";
import { knownStruct } from "./known-structs.ts";
import {
  type ClientBlock,
  type ParsedStruct,
  STRUCT_KIND,
  type StructId,
  type StructPlace,
} from "./parsed-update.ts";
import { structAt } from "./struct-order.ts";

/** `gone`: what it stood in was deleted for good, so Yjs will drop it. `unknown`: hangs on what is nowhere. */
type Placement = Site | "gone" | "unknown" | "forbidden";

/** Finds where every new struct of one update lands and holds it against the structure rules. */
export class UpdateSites {
  readonly #doc: Y.Doc;
  readonly #root: Container;
  readonly #limits: NotesLimits;
  readonly #blocks: ReadonlyMap<number, ClientBlock>;
  readonly #placed = new Map<ParsedStruct, Site | "gone">();
  /** Children that come, by container. */
  readonly #coming = new Map<object, number>();

  constructor(doc: Y.Doc, root: Y.XmlFragment, blocks: readonly ClientBlock[], limits: NotesLimits) {
    this.#doc = doc;
    this.#root = { known: root };
    this.#limits = limits;
    this.#blocks = new Map(blocks.map((block) => [block.client, block]));
  }

  /** Places the next struct; those it names have been placed or are in the document. */
  place(struct: ParsedStruct): "ok" | "unknown" | "forbidden" {
    const site = struct.kind === STRUCT_KIND.collected ? "gone" : this.#siteOf(struct.place);
    if (site === "unknown" || site === "forbidden") return site;
    if (site !== "gone") {
      if (!isAllowedAt(struct, site)) return "forbidden";
      if (struct.kind === STRUCT_KIND.type && !this.#takesChild(site.container)) return "forbidden";
      const known = nextClock(this.#doc, struct.client);
      if (struct.clock < known && !this.#continues(struct, known, site)) return "forbidden";
    }
    this.#placed.set(struct, site);
    return "ok";
  }

  /** Whether Yjs will drop a placed struct, because it stands in something deleted for good. */
  isGone(struct: ParsedStruct): boolean {
    return this.#placed.get(struct) === "gone";
  }

  #takesChild(container: Container): boolean {
    if (containerDepth(container, this.#limits.depthMax) >= this.#limits.depthMax) return false;
    const max = childrenMax(container);
    if (max === Number.POSITIVE_INFINITY) return true;
    const coming = (this.#coming.get(containerKey(container)) ?? 0) + 1;
    this.#coming.set(containerKey(container), coming);
    return childrenNow(container) + coming <= max;
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
        return { container: this.#root, attribute: place.attribute };
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

  /** Values of an attribute follow each other and never have a right neighbour. */
  #siteBetween(left: StructId | null, right: StructId | null): Placement {
    const leftSite = left === null ? null : this.#siteAt(left);
    const rightSite = right === null ? null : this.#siteAt(right);
    for (const site of [leftSite, rightSite]) if (site === "unknown" || site === "forbidden") return site;
    if (leftSite === "gone" || rightSite === "gone") return "gone";
    if (typeof rightSite === "object" && rightSite !== null && rightSite.attribute !== null)
      return "forbidden";
    if (leftSite === null || rightSite === null) return leftSite ?? rightSite ?? "forbidden";
    if (typeof leftSite !== "object" || typeof rightSite !== "object") return "forbidden";
    return isSameSite(leftSite, rightSite) ? leftSite : "forbidden";
  }

  #siteAt(id: StructId): Placement {
    const struct = this.#find(id);
    if (struct === null) return "unknown";
    if (struct instanceof Y.GC) return "gone";
    if (struct instanceof Y.Item) {
      const around = typeAround(struct);
      if (around === null) return "gone";
      return { container: { known: around }, attribute: struct.parentSub };
    }
    return this.#placed.get(struct) ?? "unknown";
  }

  #siteUnder(parent: StructId, attribute: string | null): Placement {
    const struct = this.#find(parent);
    if (struct === null) return "unknown";
    if (struct instanceof Y.GC) return "gone";
    if (struct instanceof Y.Item) {
      if (isEmptied(struct)) return "gone";
      const known = typeIn(struct);
      return known === null ? "forbidden" : { container: { known }, attribute };
    }
    const site = this.#placed.get(struct);
    if (site === undefined) return "unknown";
    if (site === "gone" || struct.kind === STRUCT_KIND.deleted) return "gone";
    if (struct.kind !== STRUCT_KIND.type) return "forbidden";
    const depth = containerDepth(site.container, this.#limits.depthMax) + 1;
    return { container: { coming: struct, depth }, attribute };
  }

  #find(id: StructId): Struct | ParsedStruct | null {
    const known = knownStruct(this.#doc, id);
    if (known !== null) return known;
    const block = this.#blocks.get(id.client);
    return block === undefined ? null : structAt(block, id.clock);
  }
}
