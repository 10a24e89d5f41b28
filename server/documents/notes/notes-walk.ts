import type * as Y from "yjs";
import {
  NOTES_LIMITS,
  type NotesBlock,
  type NotesRow,
  type NotesRun,
} from "../../../shared/documents/notes/notes-blocks.ts";
import {
  type FlowContainer,
  type FlowTable,
  type LinePiece,
  SOFT_BREAK,
} from "../../../shared/notes/flow.ts";
import { readFlow } from "../../../shared/notes/read-flow.ts";
import { tableGrid } from "../../../shared/notes/table-grid.ts";
import { NOTES_TABLE_BOUNDS } from "../../../shared/protocol/notes-attributes.ts";
import { LineFolder } from "./fold-lines.ts";
import { marksOf, NotesBudget } from "./notes-inline.ts";

/** Tables within tables are none of ours: from this level on they are left out. */
const TABLE_LEVELS_MAX = 2;

/** Blocks of an XML fragment. */
export function walkNotes(root: Y.XmlFragment): NotesBlock[] {
  const budget = new NotesBudget();
  const blocks = blocksOf([root], budget, 0);
  if (budget.exhausted) blocks.push({ kind: "truncated" });
  return blocks;
}

function blocksOf(containers: readonly FlowContainer[], budget: NotesBudget, level: number): NotesBlock[] {
  const folder = new LineFolder(NOTES_LIMITS.depthMax);
  for (const block of readFlow(containers, budget)) {
    if (block.kind === "line") folder.addLine(block.style, runsOf(block.pieces));
    else if (level < TABLE_LEVELS_MAX) {
      folder.addBlock({ kind: "table", rows: rowsOf(block, budget, level + 1) }, block);
    }
  }
  return folder.blocks;
}

function rowsOf({ element }: FlowTable, budget: NotesBudget, level: number): NotesRow[] {
  return tableGrid(element, NOTES_TABLE_BOUNDS).cells.map((cells) => ({
    cells: cells.map(({ elements, header, rowSpan, columnSpan }) => ({
      header,
      columnSpan,
      rowSpan,
      blocks: blocksOf(elements, budget, level),
    })),
  }));
}

function runsOf(pieces: readonly LinePiece[]): NotesRun[] {
  return pieces.map((piece) =>
    piece.kind === "break"
      ? { text: "\n" }
      : { text: piece.content.replaceAll(SOFT_BREAK, "\n"), ...marksOf(piece.marks) },
  );
}
