import * as Y from "yjs";
import type { LineStyle } from "./line-style.ts";

/** Marks as the text stores them; a name with `--` and a hash behind it is one of several of its kind. */
export type TextMarks = Readonly<Record<string, unknown>>;

/** Names of the marks that are on. */
export function markNames(marks: TextMarks): string[] {
  const names = Object.entries(marks)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name]) => markName(name));
  return [...new Set(names)];
}

/** The name of a mark out of the one it is stored under. */
export function markName(stored: string): string {
  return stored.split("--")[0] ?? stored;
}

/** A stretch of a line. `at` is where in `text` it begins; every UTF-16 unit of `content` is one of the text's. */
export type LinePiece =
  | {
      readonly kind: "text";
      readonly text: Y.XmlText;
      readonly at: number;
      readonly content: string;
      readonly marks: TextMarks;
    }
  /** A line break that is an element of its own, as earlier editors wrote it; null where only structure stands. */
  | { readonly kind: "break"; readonly element: Y.XmlElement | null };

/** What a text stands in and what ends its last line: an element, or the text itself where it stands alone. */
export type Carrier = Y.XmlElement | Y.XmlText;

/**
 * What ends a line and holds its style: a `\n` of a text; the end of a carrier; a table that follows within the text,
 * which holds none.
 */
export type LineEnd =
  | { readonly by: "break"; readonly text: Y.XmlText; readonly at: number }
  | { readonly by: "carrier"; readonly carrier: Carrier }
  | { readonly by: "table"; readonly text: Y.XmlText; readonly at: number };

export interface FlowLine {
  readonly kind: "line";
  readonly style: LineStyle;
  readonly pieces: readonly LinePiece[];
  readonly end: LineEnd;
}

export interface FlowTable {
  readonly kind: "table";
  readonly element: Y.XmlElement;
  /** Where in a text it stands; null when it stands beside the carriers. */
  readonly within: { readonly text: Y.XmlText; readonly at: number } | null;
  readonly indent: number;
  readonly quote: number;
}

export type FlowBlock = FlowLine | FlowTable;

/** What a reader may still take; hostile notes are read to an end all the same. */
export interface FlowBudget {
  /** Whether one more node may be read. */
  takeNode(): boolean;
  /** As much of a text as may still be read. */
  takeText(text: string): string;
}

/** A break inside a line, beside the `\n` that ends one. */
export const SOFT_BREAK = "\u2028";

/** On a carrier: its last line goes on in the next carrier's first. */
export const JOINED = "joined";
/** On a table, a row or a cell: gone, as long as nothing is written in it. */
export const REMOVED = "removed";
/** On a cell: the column it belongs to. */
export const COLUMN = "column";

export type FlowContainer = Y.XmlFragment | Y.XmlElement;

export function isElement(node: unknown, name: string): node is Y.XmlElement {
  return node instanceof Y.XmlElement && node.nodeName === name;
}

export function attributeOf(node: Carrier, name: string): unknown {
  return node.getAttribute(name);
}

/** Elements have typed attributes to TypeScript; ours are told apart by whoever reads them. */
export function setAttributeOf(node: Carrier, name: string, value: unknown): void {
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value as string);
}
