import * as Y from "yjs";
import {
  attributeOf,
  type Carrier,
  type FlowBlock,
  type FlowBudget,
  type FlowContainer,
  isElement,
  JOINED,
  type LineEnd,
  type LinePiece,
  type TextMarks,
} from "./flow.ts";
import { type LineKind, type LineStyle, lineStyle, PLAIN_LINE } from "./line-style.ts";
import { isTakenAway } from "./table-grid.ts";

const UNLIMITED: FlowBudget = { takeNode: () => true, takeText: (text) => text };

/** What the elements around a carrier make of its last line, where it says nothing itself. */
interface Surroundings {
  readonly quote: number;
  /** Lists around, from the outermost. */
  readonly lists: readonly ListAround[];
}

interface ListAround {
  readonly kind: LineKind;
  readonly start: number;
  /** Whether its next item is its first. */
  isFresh: boolean;
  /** Whether the item's own line is still to come, and whether that is done. */
  opensItem: boolean;
  done: boolean;
}

interface Frame {
  readonly children: readonly unknown[];
  next: number;
  readonly around: Surroundings;
}

const LISTS: ReadonlyMap<string, LineKind> = new Map([
  ["bulletList", "bullet"],
  ["orderedList", "ordered"],
  ["taskList", "task"],
]);

/**
 * The lines and tables of notes, or of a table's cell, in order. Elements nested as earlier editors wrote them are read as
 * lines with the style they have there. Has a stack of its own instead of the language's.
 */
export function readFlow(containers: readonly FlowContainer[], budget = UNLIMITED): FlowBlock[] {
  return new FlowReader(budget).read(containers);
}

class FlowReader {
  readonly #budget: FlowBudget;
  readonly #blocks: FlowBlock[] = [];
  #pieces: LinePiece[] = [];
  /** A carrier whose last line goes on in the next. */
  #open: { readonly carrier: Carrier; readonly style: LineStyle } | null = null;

  constructor(budget: FlowBudget) {
    this.#budget = budget;
  }

  read(containers: readonly FlowContainer[]): FlowBlock[] {
    for (const container of containers) {
      this.#walk(container);
      this.#closeOpen();
    }
    return this.#blocks;
  }

  #walk(container: FlowContainer): void {
    const stack: Frame[] = [{ children: container.toArray(), next: 0, around: { quote: 0, lists: [] } }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (frame.next >= frame.children.length) {
        stack.pop();
        continue;
      }
      if (!this.#budget.takeNode()) return;
      const node = frame.children[frame.next];
      frame.next += 1;
      const inside = this.#enter(node, frame.around);
      if (inside !== null && node instanceof Y.XmlElement) {
        stack.push({ children: node.toArray(), next: 0, around: inside });
      }
    }
  }

  /** Reads a node; gives the surroundings of what stands in it when that is lines itself. */
  #enter(node: unknown, around: Surroundings): Surroundings | null {
    if (node instanceof Y.XmlText) {
      this.#carrier(node, around);
      return null;
    }
    if (!(node instanceof Y.XmlElement)) return null;
    const list = LISTS.get(node.nodeName);
    if (list !== undefined) {
      const start = lineStyle({ kind: "ordered", start: attributeOf(node, "start") ?? 1 }).start ?? 1;
      const inner: ListAround = { kind: list, start, isFresh: true, opensItem: false, done: false };
      return { ...around, lists: [...around.lists, inner] };
    }
    switch (node.nodeName) {
      case "listItem":
      case "taskItem": {
        const own = around.lists.at(-1);
        if (own !== undefined) {
          own.opensItem = true;
          own.done = lineStyle({ kind: "task", done: attributeOf(node, "checked") }).done;
        }
        return around;
      }
      case "blockquote":
        return { ...around, quote: around.quote + 1 };
      case "table":
        // One that was taken away ends no line.
        if (isTakenAway(node)) return null;
        this.#closeOpen();
        this.#blocks.push({
          kind: "table",
          element: node,
          within: null,
          indent: around.lists.length,
          quote: around.quote,
        });
        return null;
      case "horizontalRule":
        return null;
      default:
        this.#carrier(node, around);
        return null;
    }
  }

  #carrier(carrier: Carrier, around: Surroundings): void {
    const style = this.#styleOf(carrier, around);
    for (const node of textsIn(carrier)) {
      if (!this.#budget.takeNode()) return;
      if (node instanceof Y.XmlText) this.#text(node);
      else this.#pieces.push({ kind: "break", element: node });
    }
    this.#open = { carrier, style };
    if (attributeOf(carrier, JOINED) !== true) this.#closeOpen();
  }

  #styleOf(carrier: Carrier, { lists, quote }: Surroundings): LineStyle {
    const stored = carrier.getAttributes() as Record<string, unknown>;
    const list = lists.at(-1);
    const opensItem = list?.opensItem === true;
    const opensList = opensItem && list.isFresh;
    if (list !== undefined) list.opensItem = false;
    if (opensItem) list.isFresh = false;
    if (stored.kind !== undefined) return lineStyle(stored);
    if (isElement(carrier, "heading")) {
      return lineStyle({ kind: "heading", level: stored.level ?? 1, indent: lists.length, quote });
    }
    if (!opensItem) return lineStyle({ kind: "body", indent: lists.length, quote });
    return lineStyle({
      kind: list.kind,
      indent: lists.length - 1,
      quote,
      done: list.done,
      start: opensList ? list.start : null,
    });
  }

  #text(text: Y.XmlText): void {
    let at = 0;
    for (const { insert, attributes = {} } of text.toDelta() as readonly DeltaPiece[]) {
      if (!this.#budget.takeNode()) return;
      if (typeof insert === "string") this.#string(text, at, this.#budget.takeText(insert), attributes);
      else if (isElement(insert, "table")) this.#tableWithin(text, at, insert);
      at += typeof insert === "string" ? insert.length : 1;
    }
  }

  #string(text: Y.XmlText, from: number, content: string, attributes: TextMarks): void {
    let begin = 0;
    for (let end = content.indexOf("\n"); end !== -1; end = content.indexOf("\n", begin)) {
      this.#piece(text, from + begin, content.slice(begin, end), attributes);
      this.#close(lineStyle(attributes), { by: "break", text, at: from + end });
      begin = end + 1;
    }
    this.#piece(text, from + begin, content.slice(begin), attributes);
  }

  #piece(text: Y.XmlText, at: number, content: string, marks: TextMarks): void {
    if (content !== "") this.#pieces.push({ kind: "text", text, at, content, marks });
  }

  #tableWithin(text: Y.XmlText, at: number, element: Y.XmlElement): void {
    if (isTakenAway(element)) return;
    if (this.#pieces.length > 0) this.#close(PLAIN_LINE, { by: "table", text, at });
    this.#open = null;
    this.#blocks.push({ kind: "table", element, within: { text, at }, indent: 0, quote: 0 });
  }

  #closeOpen(): void {
    if (this.#open === null) return;
    const { carrier, style } = this.#open;
    this.#close(style, { by: "carrier", carrier });
  }

  #close(style: LineStyle, end: LineEnd): void {
    this.#blocks.push({ kind: "line", style, pieces: this.#pieces, end });
    this.#pieces = [];
    this.#open = null;
  }
}

interface DeltaPiece {
  readonly insert: unknown;
  readonly attributes?: TextMarks;
}

/** The texts in a carrier, in order, with the elements that break a line between them; `null` at the edge of any other. */
function* textsIn(carrier: Carrier): Generator<Y.XmlText | Y.XmlElement | null> {
  const pending: unknown[] = [carrier];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node instanceof Y.XmlText || node === null) yield node;
    else if (isElement(node, "hardBreak")) yield node;
    else if (node instanceof Y.XmlElement) {
      const inside = node === carrier ? node.toArray() : [null, ...node.toArray()];
      for (const child of inside.reverse()) pending.push(child);
    }
  }
}
