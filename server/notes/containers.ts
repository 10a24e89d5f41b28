import * as Y from "yjs";
import { type ParsedStruct, STRUCT_KIND, type StructKind, TYPE_REF } from "./parsed-update.ts";

/** Where a struct lands: in a list of children or text, or among attributes; null where its parent is gone. */
export interface Site {
  readonly container: Container;
  readonly attribute: boolean;
}

/** A shared type, there already or coming with the same update. */
export type Container =
  | { readonly known: SharedType }
  | { readonly coming: ParsedStruct; readonly depth: number };

/** Any of Yjs' shared types, with the item that holds it; a root has none. */
interface SharedType {
  readonly _item: Y.Item | null;
}

type ContainerKind = "fragment" | "element" | "text";

/** Whether `kind` is something a rich-text editor puts at `site`. */
export function isAllowedAt(kind: StructKind, site: Site): boolean {
  if (kind === STRUCT_KIND.deleted || kind === STRUCT_KIND.collected) return true;
  const container = containerKind(site.container);
  if (container === null) return false;
  if (site.attribute) return kind === STRUCT_KIND.any && container !== "fragment";
  if (container === "text") {
    return kind === STRUCT_KIND.string || kind === STRUCT_KIND.format || kind === STRUCT_KIND.embed;
  }
  return kind === STRUCT_KIND.type;
}

/** Levels below the root fragment, at most `depthMax + 1`: a hostile document must not make this walk long. */
export function containerDepth(container: Container, depthMax: number): number {
  if ("coming" in container) return container.depth;
  let depth = 0;
  for (let item = container.known._item; item !== null && depth <= depthMax; depth++) {
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return depth;
}

export function isSameContainer(one: Container, other: Container): boolean {
  if ("coming" in one) return "coming" in other && one.coming === other.coming;
  return "known" in other && one.known === other.known;
}

function containerKind(container: Container): ContainerKind | null {
  if ("coming" in container) return container.coming.typeRef === TYPE_REF.text ? "text" : "element";
  const type = container.known;
  if (type instanceof Y.XmlText) return "text";
  // An element is a fragment to JavaScript too, so it is asked for first.
  if (type instanceof Y.XmlElement) return "element";
  return type instanceof Y.XmlFragment ? "fragment" : null;
}
