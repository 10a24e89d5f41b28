import type * as Y from "yjs";
import type { FlowContainer } from "../../../../shared/notes/flow.ts";
import { type LineStyle, storedStyle } from "../../../../shared/notes/line-style.ts";
import { presentIn, setCarrierStyle } from "./stored-style.ts";
import type { SharedToken, ShownToken } from "./tokens.ts";
import { indexOf, type Writer } from "./writer.ts";

/** Where to put what is new: into a text, or into a carrier of its own among those of a container. */
type Place =
  | { readonly in: "text"; readonly text: Y.XmlText; readonly at: number }
  | { readonly in: "container"; readonly container: FlowContainer; readonly at: number };

/** The empty line that the editor shows where nothing is shared: its carrier is made once something is written there. */
export class UnsharedLine {
  readonly #writer: Writer;
  readonly #containers: readonly FlowContainer[];
  #carrier: Y.XmlElement | null = null;

  constructor(writer: Writer, containers: readonly FlowContainer[]) {
    this.#writer = writer;
    this.#containers = containers;
  }

  carrier(): Y.XmlElement {
    this.#carrier ??= this.#writer.newCarrier(this.#containers);
    return this.#carrier;
  }
}

/** Writes tokens between two that are shared. */
export function insertTokens(
  writer: Writer,
  between: { readonly before: SharedToken | undefined; readonly after: SharedToken | undefined },
  shown: readonly ShownToken[],
  unshared: UnsharedLine,
): void {
  const { before } = between;
  const tokens = [...shown];
  // A line that only a table ends gets an end of its own; the table then ends what is new.
  if (before?.kind === "end" && before.end?.by === "table") {
    tokens.unshift({ kind: "end", char: "\n", style: before.style });
    if (tokens.at(-1)?.kind === "end") tokens.pop();
  }
  const place = placeBetween(writer, between, unshared);
  if (place.in === "text") {
    insertInText(writer, place.text, place.at, tokens);
    return;
  }
  const carrier = writer.newCarrierIn(place.container, place.at);
  const last = tokens.at(-1);
  if (last?.kind === "end") tokens.pop();
  insertInText(writer, writer.textOf(carrier), 0, tokens);
  if (last?.kind === "end") setCarrierStyle(writer, carrier, last.style);
}

function placeBetween(
  writer: Writer,
  { before, after }: { readonly before: SharedToken | undefined; readonly after: SharedToken | undefined },
  unshared: UnsharedLine,
): Place {
  const behind = before === undefined ? null : placeBehind(writer, before);
  if (behind !== null) return behind;
  if (after === undefined) return placeAfter(before) ?? endOf(writer, unshared);
  return placeBefore(writer, after, unshared);
}

function placeBehind(writer: Writer, token: SharedToken): Place | null {
  switch (token.kind) {
    case "char":
      return { in: "text", text: token.text, at: token.at + 1 };
    case "break": {
      const text = token.element === null ? null : writer.textBeside(token.element, "behind");
      return text === null ? null : { in: "text", text, at: 0 };
    }
    case "table": {
      const { within } = token.table.table;
      return within === null ? null : { in: "text", text: within.text, at: within.at + 1 };
    }
    case "end":
      if (token.end?.by === "break") return { in: "text", text: token.end.text, at: token.end.at + 1 };
      return token.end?.by === "table" ? { in: "text", text: token.end.text, at: token.end.at } : null;
  }
}

function placeBefore(writer: Writer, token: SharedToken, unshared: UnsharedLine): Place {
  switch (token.kind) {
    case "char":
      return { in: "text", text: token.text, at: token.at };
    case "break": {
      const text = token.element === null ? null : writer.textBeside(token.element, "before");
      return text === null ? endOf(writer, unshared) : { in: "text", text, at: text.length };
    }
    case "table": {
      const { within, element } = token.table.table;
      if (within !== null) return { in: "text", text: within.text, at: within.at };
      const found = indexOf(element);
      return found === null
        ? endOf(writer, unshared)
        : { in: "container", container: found.parent, at: found.index };
    }
    case "end": {
      if (token.end?.by === "break" || token.end?.by === "table") {
        return { in: "text", text: token.end.text, at: token.end.at };
      }
      const text = writer.textOf(token.end?.carrier ?? unshared.carrier());
      writer.flush();
      return { in: "text", text, at: text.length };
    }
  }
}

/** Behind the last line or table of a flow. */
function placeAfter(token: SharedToken | undefined): Place | null {
  const element =
    token?.kind === "table"
      ? token.table.table.element
      : token?.kind === "end" && token.end?.by === "carrier"
        ? token.end.carrier
        : null;
  const found = element === null ? null : indexOf(element);
  return found === null ? null : { in: "container", container: found.parent, at: found.index + 1 };
}

function endOf(writer: Writer, unshared: UnsharedLine): Place {
  const text = writer.textOf(unshared.carrier());
  return { in: "text", text, at: text.length };
}

function insertInText(writer: Writer, text: Y.XmlText, from: number, tokens: readonly ShownToken[]): void {
  let at = from;
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    const place = at;
    if (token.kind === "char") {
      const words = sameMarks(tokens, index);
      const attributes = Object.fromEntries(token.marks.map((name) => [name, true]));
      writer.tracked(() => text.insert(place, words, attributes));
      at += words.length;
      index += words.length;
      continue;
    }
    if (token.kind === "end") insertEnd(writer, text, place, token.style);
    else writer.tables.insert(writer, text, place, token.node);
    at += 1;
    index += 1;
  }
}

function insertEnd(writer: Writer, text: Y.XmlText, at: number, style: LineStyle): void {
  writer.tracked(() => text.insert(at, "\n", presentIn(storedStyle(style))));
}

/** The characters from `from` on that carry the same marks. */
function sameMarks(tokens: readonly ShownToken[], from: number): string {
  const first = tokens[from];
  let words = "";
  for (let at = from; first?.kind === "char"; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "char" || token.marks.join() !== first.marks.join()) break;
    words += token.char;
  }
  return words;
}
