import type { Node, Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import {
  type FlowContainer,
  type FlowLine,
  type FlowTable,
  type LinePiece,
  markNames,
  SOFT_BREAK,
} from "../../../../shared/notes/flow.ts";
import { isSameStyle, PLAIN_LINE } from "../../../../shared/notes/line-style.ts";
import { readFlow } from "../../../../shared/notes/read-flow.ts";
import {
  cellElements,
  type GridCell,
  type TableGrid,
  tableGrid,
} from "../../../../shared/notes/table-grid.ts";
import { holderOf } from "../../../../shared/notes/yjs-insides.ts";
import { NOTES_TABLE_BOUNDS } from "../../../../shared/protocol/notes-attributes.ts";

/** Lines and tables as the editor shows them, each with the node that shows it. */
export interface BoundFlow {
  readonly containers: readonly FlowContainer[];
  readonly blocks: readonly BoundBlock[];
}

export type BoundBlock = BoundLine | BoundTable;

/** `line` is null for the empty line the editor adds where notes are empty or end with a table. */
export interface BoundLine {
  readonly kind: "line";
  readonly line: FlowLine | null;
  readonly node: Node;
}

export interface BoundTable {
  readonly kind: "table";
  readonly table: FlowTable;
  readonly grid: TableGrid;
  readonly rows: readonly (readonly BoundCell[])[];
  readonly node: Node;
}

export interface BoundCell {
  readonly cell: GridCell;
  readonly flow: BoundFlow;
}

/** Names a shared element in an attribute of the editor's node for it. */
export function sourceOf(element: Y.XmlElement): string {
  const id = holderOf(element)?.id;
  return id === undefined ? "" : `${id.client}:${id.clock}`;
}

/**
 * Reads what is shared into what the editor shows. `inTable`: of tables within, the lines alone. Lines that are as they were
 * `before`, counted from either end, keep their node: making one costs more than comparing.
 */
export function bindFlow(
  schema: Schema,
  containers: readonly FlowContainer[],
  { inTable = false, before = null }: { inTable?: boolean; before?: BoundFlow | null } = {},
): BoundFlow {
  const blocks: BoundBlock[] = [];
  const flow = readFlow(containers);
  const fromEnd = (before?.blocks.length ?? 0) - flow.length;
  for (const [index, block] of flow.entries()) {
    if (block.kind === "line") {
      const same = [index, index + fromEnd].map((at) => before?.blocks[at]).find((was) => shows(was, block));
      blocks.push({ kind: "line", line: block, node: same?.node ?? lineNode(schema, block) });
    } else if (inTable) blocks.push(...linesWithin(schema, block.element));
    else {
      const bound = bindTable(schema, block);
      if (bound !== null) blocks.push(bound);
    }
  }
  if (blocks.at(-1)?.kind !== "line") {
    blocks.push({ kind: "line", line: null, node: schema.node("line", { ...PLAIN_LINE }) });
  }
  return { containers, blocks };
}

/** A table in a cell, as earlier editors let one be pasted: its lines one after another. */
function linesWithin(schema: Schema, table: Y.XmlElement): BoundBlock[] {
  return table
    .toArray()
    .filter((row): row is Y.XmlElement => row instanceof Y.XmlElement)
    .flatMap(cellElements)
    .flatMap((cell) => bindFlow(schema, [cell], { inTable: true }).blocks)
    .filter((block) => block.kind === "line" && block.line !== null);
}

/** Whether a block shows a line as it is. */
function shows(block: BoundBlock | undefined, { style, pieces }: FlowLine): boolean {
  if (block?.kind !== "line" || block.line === null) return false;
  const { line } = block;
  return (
    isSameStyle(line.style, style) &&
    line.pieces.length === pieces.length &&
    line.pieces.every((piece, index) => isSamePiece(piece, pieces[index]))
  );
}

function isSamePiece(one: LinePiece, other: LinePiece | undefined): boolean {
  if (one.kind === "break" || other?.kind !== "text") return one.kind === other?.kind;
  return one.content === other.content && markNames(one.marks).join() === markNames(other.marks).join();
}

/** The nodes of a flow, in order. */
export function nodesOf({ blocks }: BoundFlow): Node[] {
  return blocks.map(({ node }) => node);
}

function lineNode(schema: Schema, { style, pieces }: FlowLine): Node {
  return schema.node(
    "line",
    { ...style },
    pieces.flatMap((piece) => inlineNodes(schema, piece)),
  );
}

function inlineNodes(schema: Schema, piece: LinePiece): Node[] {
  if (piece.kind === "break") return [schema.node("hardBreak")];
  const marks = markNames(piece.marks).flatMap((name) => schema.marks[name]?.create() ?? []);
  const nodes: Node[] = [];
  for (const [index, words] of piece.content.split(SOFT_BREAK).entries()) {
    if (index > 0) nodes.push(schema.node("hardBreak", null, [], marks));
    if (words !== "") nodes.push(schema.text(words, marks));
  }
  return nodes;
}

/** Null for a table of which nothing can be shown. */
function bindTable(schema: Schema, table: FlowTable): BoundTable | null {
  const grid = tableGrid(table.element, NOTES_TABLE_BOUNDS);
  if (grid.rows.length === 0 || grid.columns.length === 0) return null;
  const rows: BoundCell[][] = [];
  const rowNodes: Node[] = [];
  for (const [index, cells] of grid.cells.entries()) {
    const bound = cells.map((cell) => ({
      cell,
      flow: bindFlow(schema, cell.elements, { inTable: true }),
    }));
    const nodes = bound.map(({ cell, flow }) =>
      schema.node(
        cell.header ? "tableHeader" : "tableCell",
        {
          column: grid.columns[cell.column] ?? null,
          colspan: cell.columnSpan,
          rowspan: cell.rowSpan,
        },
        nodesOf(flow),
      ),
    );
    rows.push(bound);
    const element = grid.rows[index];
    rowNodes.push(schema.node("tableRow", { source: element && sourceOf(element) }, nodes));
  }
  const node = schema.node("table", { source: sourceOf(table.element) }, rowNodes);
  return { kind: "table", table, grid, rows, node };
}
