import * as Y from "yjs";
import { holderOf, type SharedType, typeAround } from "../../../shared/notes/yjs-insides.ts";
import { isNotesAttribute, NOTES_TABLE_BOUNDS } from "../../../shared/protocol/notes-attributes.ts";
import { type ParsedStruct, STRUCT_KIND, TYPE_REF } from "./parsed-update.ts";

/** Where a struct lands: in a list of children or text, or as a value of the named attribute. */
export interface Site {
  readonly container: Container;
  readonly attribute: string | null;
}

/** A shared type, there already or coming with the same update. */
export type Container =
  | { readonly known: SharedType }
  | { readonly coming: ParsedStruct; readonly depth: number };

type ContainerKind = "fragment" | "element" | "text";

/** Whether a struct is something a rich-text editor puts at `site`. */
export function isAllowedAt(struct: ParsedStruct, { container, attribute }: Site): boolean {
  const { kind, values } = struct;
  if (kind === STRUCT_KIND.deleted || kind === STRUCT_KIND.collected) return true;
  const into = containerKind(container);
  if (into === null) return false;
  if (attribute !== null) {
    if (kind !== STRUCT_KIND.any || into === "fragment") return false;
    return values.every((value) => isNotesAttribute(attribute, value));
  }
  if (into === "text") {
    // A table stands between the lines of a text as one of its characters.
    const isTable = kind === STRUCT_KIND.type && struct.name === "table";
    return (
      isTable || kind === STRUCT_KIND.string || kind === STRUCT_KIND.format || kind === STRUCT_KIND.embed
    );
  }
  return kind === STRUCT_KIND.type;
}

/** How many children a container may have; a table's are counted, because browsers lay out every cell of it. */
export function childrenMax(container: Container): number {
  switch (elementName(container)) {
    case "table":
      return NOTES_TABLE_BOUNDS.rowsMax;
    case "tableRow":
      return NOTES_TABLE_BOUNDS.columnsMax;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Children a container has now, without those that come. */
export function childrenNow(container: Container): number {
  return "known" in container && container.known instanceof Y.XmlFragment ? container.known.length : 0;
}

/** Levels below the root fragment, at most `depthMax + 1`: a hostile document must not make this walk long. */
export function containerDepth(container: Container, depthMax: number): number {
  if ("coming" in container) return container.depth;
  let depth = 0;
  for (let item = holderOf(container.known); item !== null && depth <= depthMax; depth++) {
    const around = typeAround(item);
    item = around === null ? null : holderOf(around);
  }
  return depth;
}

export function isSameSite(one: Site, other: Site): boolean {
  return one.attribute === other.attribute && containerKey(one.container) === containerKey(other.container);
}

/** One object a container: the shared type, or the struct that brings it. */
export function containerKey(container: Container): object {
  return "coming" in container ? container.coming : container.known;
}

function elementName(container: Container): string | null {
  if ("coming" in container) return container.coming.name;
  return container.known instanceof Y.XmlElement ? container.known.nodeName : null;
}

function containerKind(container: Container): ContainerKind | null {
  if ("coming" in container) return container.coming.typeRef === TYPE_REF.text ? "text" : "element";
  const type = container.known;
  if (type instanceof Y.XmlText) return "text";
  // An element is a fragment to JavaScript too, so it is asked for first.
  if (type instanceof Y.XmlElement) return "element";
  return type instanceof Y.XmlFragment ? "fragment" : null;
}
