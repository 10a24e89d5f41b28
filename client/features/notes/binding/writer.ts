import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { Carrier, FlowContainer } from "../../../../shared/notes/flow.ts";
import type { BoundTable } from "./bound-flow.ts";

/** The origins of what the editor writes: what undo takes back, and what has to be there before it can be written. */
export const TYPED = Symbol("typed");
export const PREPARED = Symbol("prepared");

/** How tables are written, which the writing of lines comes upon. */
export interface TableWriting {
  /** Puts a table into a text, with all that stands in it. */
  insert(writer: Writer, text: Y.XmlText, at: number, node: Node): void;
  /** Writes what changed in a table. */
  write(writer: Writer, bound: BoundTable, node: Node): void;
  remove(writer: Writer, bound: BoundTable): void;
}

/** Writes to a shared document, in as few transactions as there are turns between the two origins. */
export class Writer {
  readonly tables: TableWriting;
  readonly #doc: Y.Doc;
  readonly #pending: (() => void)[] = [];

  constructor(doc: Y.Doc, tables: TableWriting) {
    this.#doc = doc;
    this.tables = tables;
  }

  /** A change that undo takes back. */
  tracked(change: () => void): void {
    this.#pending.push(change);
  }

  /**
   * A change that stays when what was written is undone, because others may have written there since: elements, which
   * hold texts, are only ever added.
   */
  prepare<Result>(change: () => Result): Result {
    this.flush();
    return this.#doc.transact(change, PREPARED);
  }

  flush(): void {
    const changes = this.#pending.splice(0);
    if (changes.length === 0) return;
    this.#doc.transact(() => {
      for (const change of changes) change();
    }, TYPED);
  }

  /** Leaves out what is not written yet: after a fault its places would be wrong. */
  forget(): void {
    this.#pending.length = 0;
  }

  /** An empty carrier at the end of a flow. */
  newCarrier(containers: readonly FlowContainer[]): Y.XmlElement {
    const container = containers.at(-1);
    if (container === undefined) throw new Error("a flow stands in something");
    return this.newCarrierIn(container, container.length);
  }

  newCarrierIn(container: FlowContainer, index: number): Y.XmlElement {
    return this.prepare(() => {
      const carrier = paragraph();
      container.insert(index, [carrier]);
      return carrier;
    });
  }

  /** The text in which a carrier's last line is written. */
  textOf(carrier: Carrier): Y.XmlText {
    if (carrier instanceof Y.XmlText) return carrier;
    const last = carrier.toArray().at(-1);
    if (last instanceof Y.XmlText) return last;
    return this.newTextIn(carrier, carrier.length);
  }

  /** The text behind, or before, a line break that is an element. */
  textBeside(breakElement: Y.XmlElement, side: "before" | "behind"): Y.XmlText | null {
    const { parent } = breakElement;
    if (!(parent instanceof Y.XmlElement)) return null;
    const siblings = parent.toArray();
    const index = siblings.indexOf(breakElement);
    const neighbour = siblings[side === "before" ? index - 1 : index + 1];
    if (neighbour instanceof Y.XmlText) return neighbour;
    return this.newTextIn(parent, side === "before" ? index : index + 1);
  }

  private newTextIn(carrier: Y.XmlElement, index: number): Y.XmlText {
    return this.prepare(() => {
      const text = new Y.XmlText();
      carrier.insert(index, [text]);
      return text;
    });
  }
}

/** A line's carrier as other programs may write it too: an element `paragraph` with one text. */
export function paragraph(): Y.XmlElement {
  const carrier = new Y.XmlElement("paragraph");
  carrier.insert(0, [new Y.XmlText()]);
  return carrier;
}

/** Where a carrier or a table stands among the children of what it stands in. */
export function indexOf(element: Carrier): { parent: FlowContainer; index: number } | null {
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) return null;
  return { parent, index: parent.toArray().indexOf(element) };
}
