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
import type { LineNames } from "../../../shared/notes/line-names.ts";
import { readFlow } from "../../../shared/notes/read-flow.ts";
import { tableGrid } from "../../../shared/notes/table-grid.ts";
import { NOTES_TABLE_BOUNDS } from "../../../shared/protocol/notes-attributes.ts";
import { LineFolder } from "./fold-lines.ts";
import { marksOf, NotesBudget } from "./notes-inline.ts";

/** Tables within tables are none of ours: from this level on they are left out. */
const TABLE_LEVELS_MAX = 2;

/** Blocks of an XML fragment; with `lineNames`, each line named. */
export function walkNotes(root: Y.XmlFragment, lineNames: LineNames | null): NotesBlock[] {
  const budget = new NotesBudget();
  const blocks = blocksOf([root], { budget, lineNames }, 0);
  if (budget.exhausted) blocks.push({ kind: "truncated" });
  return blocks;
}

interface Walk {
  readonly budget: NotesBudget;
  readonly lineNames: LineNames | null;
}

function blocksOf(containers: readonly FlowContainer[], walk: Walk, level: number): NotesBlock[] {
  const folder = new LineFolder(NOTES_LIMITS.depthMax);
  for (const block of readFlow(containers, walk.budget)) {
    if (block.kind === "line")
      folder.addLine(block.style, runsOf(block.pieces), walk.lineNames?.nameOf(block.end) ?? null);
    else if (level < TABLE_LEVELS_MAX) {
      folder.addBlock({ kind: "table", rows: rowsOf(block, walk, level + 1) }, block);
    }
  }
  return folder.blocks;
}

function rowsOf({ element }: FlowTable, walk: Walk, level: number): NotesRow[] {
  return tableGrid(element, NOTES_TABLE_BOUNDS).cells.map((cells) => ({
    cells: cells.map(({ elements, header, rowSpan, columnSpan }) => ({
      header,
      columnSpan,
      rowSpan,
      blocks: blocksOf(elements, walk, level),
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
