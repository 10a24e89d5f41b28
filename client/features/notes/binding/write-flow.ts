import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import {
  JOINED,
  markName,
  markNames,
  setAttributeOf,
  type TextMarks,
} from "../../../../shared/notes/flow.ts";
import {
  isSameStyle,
  LINE_STYLE_NAMES,
  type LineStyle,
  storedStyle,
} from "../../../../shared/notes/line-style.ts";
import type { BoundFlow } from "./bound-flow.ts";
import { insertTokens, UnsharedLine } from "./insertion.ts";
import { type LineChange, lineChanges } from "./line-changes.ts";
import { presentIn, setCarrierStyle } from "./stored-style.ts";
import { type SharedToken, type ShownToken, sharedTokens, shownTokens, tableLetters } from "./tokens.ts";
import type { Writer } from "./writer.ts";

/**
 * Makes what is shared what the editor shows. `flow` is what the editor showed before. Only what is no longer shown is
 * removed: no character is ever put in a second time because the line around it changed.
 */
export function writeFlow(writer: Writer, flow: BoundFlow, shown: readonly Node[]): void {
  const before = flow.blocks;
  let start = 0;
  while (start < before.length && start < shown.length && before[start]?.node === shown[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, shown.length) - start;
  while (end < most && before.at(-1 - end)?.node === shown.at(-1 - end)) end += 1;
  if (start === before.length && start === shown.length) return;
  // One block more on either side shows where what is new belongs.
  start = Math.max(0, start - 1);
  end = Math.max(0, end - 1);
  const [sharedBlocks, shownNodes] = [
    before.slice(start, before.length - end),
    shown.slice(start, shown.length - end),
  ];
  const letters = tableLetters(sharedBlocks, shownNodes);
  const shared = sharedTokens(sharedBlocks, letters);
  const changes = lineChanges(shared, shownTokens(shownNodes, letters));
  const unshared = new UnsharedLine(writer, flow.containers);
  // From the last to the first, so that places before a change stay what they are.
  for (const change of changes.reverse()) write(writer, unshared, shared, change);
  writer.flush();
}

function write(
  writer: Writer,
  unshared: UnsharedLine,
  shared: readonly SharedToken[],
  change: LineChange,
): void {
  switch (change.kind) {
    case "keep":
      keep(writer, unshared, change);
      break;
    case "remove":
      remove(writer, change.shared);
      break;
    case "add": {
      const between = { before: shared[change.at - 1], after: shared[change.at] };
      insertTokens(writer, between, change.shown, unshared);
      break;
    }
  }
}

function keep(
  writer: Writer,
  unshared: UnsharedLine,
  { shared, shown }: Extract<LineChange, { kind: "keep" }>,
): void {
  const spans = new MarkSpans(writer);
  for (let index = shared.length - 1; index >= 0; index -= 1) {
    const [before, now] = [shared[index], shown[index]];
    if (before?.kind === "char" && now?.kind === "char") spans.compare(before, now);
    else spans.flush();
    if (before?.kind === "end" && now?.kind === "end") setStyle(writer, unshared, before, now.style);
    if (before?.kind === "table" && now?.kind === "table" && before.table.node !== now.node) {
      writer.tables.write(writer, before.table, now.node);
    }
  }
  spans.flush();
}

/** Gathers neighbouring characters that change their marks alike, from the last to the first. */
class MarkSpans {
  readonly #writer: Writer;
  #span: { text: Y.XmlText; at: number; length: number; marks: TextMarks; key: string } | null = null;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  compare(
    before: Extract<SharedToken, { kind: "char" }>,
    { marks }: Extract<ShownToken, { kind: "char" }>,
  ): void {
    const changed = markChanges(before.marks, marks);
    const key = JSON.stringify(changed);
    if (this.#span?.text === before.text && this.#span.key === key && this.#span.at === before.at + 1) {
      this.#span.at = before.at;
      this.#span.length += 1;
      return;
    }
    this.flush();
    if (changed !== null) this.#span = { text: before.text, at: before.at, length: 1, marks: changed, key };
  }

  flush(): void {
    const span = this.#span;
    this.#span = null;
    if (span !== null) this.#writer.tracked(() => span.text.format(span.at, span.length, span.marks));
  }
}

/** What to store so that exactly the marks of these names are on; null when they are. */
function markChanges(stored: TextMarks, names: readonly string[]): TextMarks | null {
  const on = markNames(stored);
  const changes: Record<string, unknown> = {};
  for (const name of names) if (!on.includes(name)) changes[name] = true;
  for (const name of Object.keys(stored)) {
    const isMark = !(LINE_STYLE_NAMES as readonly string[]).includes(name);
    if (isMark && !names.includes(markName(name))) changes[name] = null;
  }
  return Object.keys(changes).length === 0 ? null : changes;
}

function setStyle(
  writer: Writer,
  unshared: UnsharedLine,
  { end, style: before }: Extract<SharedToken, { kind: "end" }>,
  style: LineStyle,
): void {
  if (isSameStyle(before, style)) return;
  switch (end?.by) {
    case "break":
      writer.tracked(() => end.text.format(end.at, 1, storedStyle(style)));
      break;
    case "table":
      writer.tracked(() => end.text.insert(end.at, "\n", presentIn(storedStyle(style))));
      break;
    case "carrier":
      setCarrierStyle(writer, end.carrier, style);
      break;
    case undefined:
      setCarrierStyle(writer, unshared.carrier(), style);
      break;
  }
}

function remove(writer: Writer, tokens: readonly SharedToken[]): void {
  let index = tokens.length - 1;
  while (index >= 0) {
    const token = tokens[index];
    const place = token === undefined ? null : placeOf(token);
    if (place !== null) {
      let first = index;
      let at = place.at;
      for (; first > 0; first -= 1) {
        const before = tokens[first - 1];
        const left = before === undefined ? null : placeOf(before);
        if (left?.text !== place.text || left.at !== at - 1) break;
        at = left.at;
      }
      writer.tracked(() => place.text.delete(at, place.at - at + 1));
      index = first - 1;
      continue;
    }
    if (token?.kind === "table") writer.tables.remove(writer, token.table);
    if (token?.kind === "break") removeBreak(writer, token.element);
    if (token?.kind === "end" && token.end?.by === "carrier") {
      const { carrier } = token.end;
      writer.tracked(() => setAttributeOf(carrier, JOINED, true));
    }
    index -= 1;
  }
}

/** Where a token stands that is one character of a text. */
function placeOf(token: SharedToken): { text: Y.XmlText; at: number } | null {
  if (token.kind === "char") return token;
  return token.kind === "end" && token.end?.by === "break" ? token.end : null;
}

function removeBreak(writer: Writer, element: Y.XmlElement | null): void {
  const parent = element?.parent;
  if (element === null || !(parent instanceof Y.XmlElement)) return;
  const index = parent.toArray().indexOf(element);
  if (index !== -1) writer.tracked(() => parent.delete(index, 1));
}
