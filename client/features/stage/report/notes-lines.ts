import type * as Y from "yjs";
import type { FlowBlock, FlowContainer, FlowLine } from "../../../../shared/notes/flow.ts";
import { isListKind } from "../../../../shared/notes/line-style.ts";
import { readFlow } from "../../../../shared/notes/read-flow.ts";
import { tableGrid } from "../../../../shared/notes/table-grid.ts";
import { NOTES_FRAGMENT } from "../../../../shared/protocol/notes.ts";
import { NOTE_LINES_MAX, type NoteLine } from "./note-line.ts";

const TABLE_MAX = { rowsMax: 200, columnsMax: 30 } as const;
const BETWEEN_CELLS = " | ";

/** The first lines of notes, with one more than `NOTE_LINES_MAX` where there are more. */
export function noteLinesOf(doc: Y.Doc): NoteLine[] {
  const numbers = new ListNumbers();
  const lines: NoteLine[] = [];
  for (const block of readFlow([doc.getXmlFragment(NOTES_FRAGMENT)])) {
    if (lines.length > NOTE_LINES_MAX) break;
    if (block.kind === "line") lines.push(lineOf(block, numbers));
    else lines.push(...rowsOf(block));
  }
  return lines.filter(({ text }) => text !== "").slice(0, NOTE_LINES_MAX + 1);
}

function lineOf({ style, pieces }: FlowLine, numbers: ListNumbers): NoteLine {
  const text = textOf(pieces);
  const { kind, indent, quote, done, start } = style;
  const number = numbers.next(kind === "ordered" ? indent : null, isListKind(kind) ? indent : null, start);
  const markers = { body: "", heading: "", bullet: "·", ordered: `${number}.`, task: done ? "√" : "□" };
  return {
    isHeading: kind === "heading",
    marker: markers[kind],
    indent: indent + quote,
    text,
  };
}

/** A row of a table is a line. */
function rowsOf({ element }: Extract<FlowBlock, { kind: "table" }>): NoteLine[] {
  return tableGrid(element, TABLE_MAX).cells.map((cells) => ({
    isHeading: false,
    marker: "",
    indent: 0,
    text: cells
      .map(({ elements }) => plainOf(elements))
      .join(BETWEEN_CELLS)
      .replace(/^[\s|]+$/u, ""),
  }));
}

function plainOf(containers: readonly FlowContainer[]): string {
  return readFlow(containers)
    .map((block) => (block.kind === "line" ? textOf(block.pieces) : ""))
    .filter((text) => text !== "")
    .join(" ");
}

function textOf(pieces: FlowLine["pieces"]): string {
  return pieces
    .map((piece) => (piece.kind === "text" ? piece.content : " "))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The numbers of ordered lists, one inside the other. */
class ListNumbers {
  /** By level, the last number given; a level that is not in a list has none. */
  private counts: number[] = [];

  /** `ordered` and `list`: the level of a line of an ordered list, of any; null where it is none. */
  next(ordered: number | null, list: number | null, start: number | null): number {
    this.counts.length = Math.min(this.counts.length, list === null ? 0 : list + 1);
    if (ordered === null) {
      if (list !== null) this.counts.length = Math.min(this.counts.length, list);
      return 0;
    }
    const number = start ?? (this.counts[ordered] ?? 0) + 1;
    this.counts[ordered] = number;
    return number;
  }
}
