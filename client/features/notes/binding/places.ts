import type { ResolvedPos } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { LinePiece } from "../../../../shared/notes/flow.ts";
import type { BoundFlow, BoundLine } from "./bound-flow.ts";

/** A place in what is shared, which stays with what stands there. */
export interface RelativeRange {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** Beside the character before it, so that what another writes at the same place comes behind. */
const LEFT = -1;

/** The line that holds a position of the editor, and how far in; null where the position is in no line. */
function lineAt(root: BoundFlow, position: ResolvedPos): { line: BoundLine; offset: number } | null {
  const block = root.blocks[position.index(0)];
  if (position.depth === 0 || block === undefined) return null;
  if (block.kind === "line") return { line: block, offset: position.parentOffset };
  if (position.depth < 4) return null;
  const cell = block.rows[position.index(1)]?.[position.index(2)];
  const inner = cell?.flow.blocks[position.index(3)];
  return inner?.kind === "line" ? { line: inner, offset: position.parentOffset } : null;
}

/** Where a position of the editor is in what is shared; null where nothing shared stands there yet. */
export function relativePosition(root: BoundFlow, position: ResolvedPos): Y.RelativePosition | null {
  const found = lineAt(root, position);
  const line = found?.line.line ?? null;
  if (found === null || line === null) return null;
  let left = found.offset;
  for (const piece of line.pieces) {
    const length = lengthOf(piece);
    if (left > 0 && left <= length && piece.kind === "text") {
      return Y.createRelativePositionFromTypeIndex(piece.text, piece.at + left, LEFT);
    }
    left -= length;
    if (left < 0) break;
  }
  const first = line.pieces[0];
  if (first?.kind === "text") return Y.createRelativePositionFromTypeIndex(first.text, first.at);
  switch (line.end.by) {
    case "break":
    case "table":
      return Y.createRelativePositionFromTypeIndex(line.end.text, line.end.at);
    case "carrier": {
      const text = lastTextOf(line.end.carrier);
      if (text === null) return Y.createRelativePositionFromTypeIndex(line.end.carrier, 0);
      return Y.createRelativePositionFromTypeIndex(text, text.length, text.length === 0 ? 0 : LEFT);
    }
  }
}

/** Where a place of what is shared is in the editor; null where it is not shown. */
export function editorPosition(root: BoundFlow, place: Y.RelativePosition, doc: Y.Doc): number | null {
  const absolute = Y.createAbsolutePositionFromRelativePosition(place, doc);
  if (absolute === null) return null;
  return search(root, absolute.type, absolute.index, 0);
}

/** Looks for a place in a flow whose nodes begin at `from`. */
function search(flow: BoundFlow, type: Y.AbstractType<unknown>, index: number, from: number): number | null {
  let start = from;
  for (const block of flow.blocks) {
    const found =
      block.kind === "line" ? inLine(block, type, index, start + 1) : inTable(block, type, index, start + 1);
    if (found !== null) return found;
    start += block.node.nodeSize;
  }
  return null;
}

function inTable(
  { rows, node }: Extract<BoundFlow["blocks"][number], { kind: "table" }>,
  type: Y.AbstractType<unknown>,
  index: number,
  from: number,
): number | null {
  let rowStart = from;
  for (const [rowIndex, cells] of rows.entries()) {
    const rowNode = node.child(rowIndex);
    let cellStart = rowStart + 1;
    for (const [cellIndex, cell] of cells.entries()) {
      const found = search(cell.flow, type, index, cellStart + 1);
      if (found !== null) return found;
      cellStart += rowNode.child(cellIndex).nodeSize;
    }
    rowStart += rowNode.nodeSize;
  }
  return null;
}

function inLine(
  { line }: BoundLine,
  type: Y.AbstractType<unknown>,
  index: number,
  from: number,
): number | null {
  if (line === null) return null;
  let offset = 0;
  for (const piece of line.pieces) {
    if (piece.kind === "text" && piece.text === type) {
      if (index >= piece.at && index <= piece.at + piece.content.length)
        return from + offset + index - piece.at;
    }
    offset += lengthOf(piece);
  }
  const { end } = line;
  const endsHere =
    end.by === "carrier"
      ? end.carrier === type || lastTextOf(end.carrier) === type
      : end.text === type && end.at === index;
  return endsHere ? from + offset : null;
}

export function lengthOf(piece: LinePiece): number {
  return piece.kind === "text" ? piece.content.length : 1;
}

/** The last text of a carrier, in which its last line stands or is begun. */
export function lastTextOf(carrier: Y.XmlElement | Y.XmlText): Y.XmlText | null {
  if (carrier instanceof Y.XmlText) return carrier;
  const texts = carrier.toArray().filter((child): child is Y.XmlText => child instanceof Y.XmlText);
  return texts.at(-1) ?? null;
}
