import * as Y from "yjs";
import {
  NOTES_LIMITS,
  type NotesBlock,
  type NotesCell,
  type NotesListItem,
  type NotesRow,
  type NotesTaskItem,
} from "../../shared/minutes/notes-blocks.ts";
import { inlineRuns, NotesBudget } from "./notes-inline.ts";

const LIST_START_MAX = 100_000;

/** Where children go: what a node becomes depends on what it stands in. Arrays fill up as the walk goes on. */
type Sink =
  | { readonly kind: "blocks"; readonly blocks: NotesBlock[] }
  | { readonly kind: "items"; readonly items: NotesListItem[] }
  | { readonly kind: "tasks"; readonly items: NotesTaskItem[] }
  | { readonly kind: "rows"; readonly rows: NotesRow[] }
  | { readonly kind: "cells"; readonly cells: NotesCell[] };

interface Frame {
  readonly children: readonly unknown[];
  next: number;
  readonly sink: Sink;
}

/** Blocks of an XML fragment, with a stack of its own instead of the language's. */
export function walkNotes(root: Y.XmlFragment): NotesBlock[] {
  const budget = new NotesBudget();
  const blocks: NotesBlock[] = [];
  const stack: Frame[] = [{ children: root.toArray(), next: 0, sink: { kind: "blocks", blocks } }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (frame.next >= frame.children.length) {
      stack.pop();
      continue;
    }
    if (!budget.takeNode()) break;
    const node = frame.children[frame.next];
    frame.next += 1;
    const inside =
      stack.length < NOTES_LIMITS.depthMax ? enter(node, frame.sink, budget) : flat(node, frame.sink, budget);
    if (inside !== null) stack.push(inside);
  }
  if (budget.exhausted) blocks.push({ kind: "truncated" });
  return blocks;
}

/** Puts `node` where it belongs; the frame of its children when it has blocks inside. */
function enter(node: unknown, sink: Sink, budget: NotesBudget): Frame | null {
  const name = node instanceof Y.XmlElement ? node.nodeName : "";
  switch (sink.kind) {
    case "blocks":
      return enterBlock(node, name, sink.blocks, budget);
    case "items":
    case "tasks": {
      const blocks = newItem(node, sink);
      return name === "listItem" || name === "taskItem"
        ? frameOf(node, { kind: "blocks", blocks })
        : enterBlock(node, name, blocks, budget);
    }
    case "rows": {
      if (name === "tableRow") {
        const cells: NotesCell[] = [];
        sink.rows.push({ cells });
        return frameOf(node, { kind: "cells", cells });
      }
      const blocks: NotesBlock[] = [];
      sink.rows.push({ cells: [{ header: false, columnSpan: 1, rowSpan: 1, blocks }] });
      return enterBlock(node, name, blocks, budget);
    }
    case "cells": {
      const blocks: NotesBlock[] = [];
      sink.cells.push({
        header: name === "tableHeader",
        columnSpan: whole(attribute(node, "colspan"), 1, NOTES_LIMITS.tableColumnsMax),
        rowSpan: whole(attribute(node, "rowspan"), 1, NOTES_LIMITS.nodesMax),
        blocks,
      });
      return name === "tableCell" || name === "tableHeader"
        ? frameOf(node, { kind: "blocks", blocks })
        : enterBlock(node, name, blocks, budget);
    }
  }
}

function enterBlock(node: unknown, name: string, blocks: NotesBlock[], budget: NotesBudget): Frame | null {
  switch (name) {
    case "heading":
      blocks.push({
        kind: "heading",
        level: whole(attribute(node, "level"), 1, 6),
        runs: inlineRuns(node, budget),
      });
      return null;
    case "bulletList":
    case "orderedList": {
      const items: NotesListItem[] = [];
      const start = whole(attribute(node, "start"), 1, LIST_START_MAX);
      blocks.push({ kind: "list", ordered: name === "orderedList", start, items });
      return frameOf(node, { kind: "items", items });
    }
    case "taskList": {
      const items: NotesTaskItem[] = [];
      blocks.push({ kind: "tasks", items });
      return frameOf(node, { kind: "tasks", items });
    }
    case "table": {
      const rows: NotesRow[] = [];
      blocks.push({ kind: "table", rows });
      return frameOf(node, { kind: "rows", rows });
    }
    case "blockquote": {
      const inner: NotesBlock[] = [];
      blocks.push({ kind: "quote", blocks: inner });
      return frameOf(node, { kind: "blocks", blocks: inner });
    }
    case "horizontalRule":
      return null;
    default:
      blocks.push({ kind: "paragraph", runs: inlineRuns(node, budget) });
      return null;
  }
}

/** Below the depth limit structure ends and text goes on: one paragraph of all there is. */
function flat(node: unknown, sink: Sink, budget: NotesBudget): null {
  const paragraph: NotesBlock = { kind: "paragraph", runs: inlineRuns(node, budget) };
  switch (sink.kind) {
    case "blocks":
      sink.blocks.push(paragraph);
      return null;
    case "items":
    case "tasks":
      newItem(node, sink).push(paragraph);
      return null;
    case "rows":
      sink.rows.push({ cells: [{ header: false, columnSpan: 1, rowSpan: 1, blocks: [paragraph] }] });
      return null;
    case "cells":
      sink.cells.push({ header: false, columnSpan: 1, rowSpan: 1, blocks: [paragraph] });
      return null;
  }
}

function newItem(node: unknown, sink: Extract<Sink, { kind: "items" | "tasks" }>): NotesBlock[] {
  const blocks: NotesBlock[] = [];
  if (sink.kind === "items") sink.items.push({ blocks });
  else {
    const checked = attribute(node, "checked");
    sink.items.push({ done: checked === true || checked === "true", blocks });
  }
  return blocks;
}

function frameOf(node: unknown, sink: Sink): Frame {
  return { children: node instanceof Y.XmlElement ? node.toArray() : [], next: 0, sink };
}

function attribute(node: unknown, name: string): unknown {
  return node instanceof Y.XmlElement ? node.getAttribute(name) : undefined;
}

/** A whole number from `least` to `max`; `least` for anything that is none. */
function whole(value: unknown, least: number, max: number): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least
    ? Math.min(number, max)
    : least;
}
