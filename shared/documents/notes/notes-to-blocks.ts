import type { Missing, MissingRun } from "../missing.ts";
import type {
  DocumentListItem,
  DocumentRun,
  HeadingLevel,
  ListMarker,
  NotesDocumentBlock,
} from "../model.ts";
import type { MinutesWords } from "../runs.ts";
import {
  NOTES_LIMITS,
  type NotesBlock,
  type NotesRow,
  type NotesRun,
  type RoomNotes,
} from "./notes-blocks.ts";
import { tableGrid } from "./table-grid.ts";

/** A room's notes as blocks of a document: headings below the document's own, lists flat, nothing empty; keyed where lines have names. */
export function notesToBlocks({ roomId, blocks }: RoomNotes, words: MinutesWords): NotesDocumentBlock[] {
  const reading: Reading = { roomId, words };
  return blocks.flatMap((block) => blocksOf(block, reading, false));
}

interface Reading {
  readonly roomId: string;
  readonly words: MinutesWords;
}

/** The key of one of the lines that a line of notes is broken into. */
function keyOf({ roomId }: Reading, line: string | undefined, place = 0): { key?: string } {
  if (line === undefined) return {};
  return { key: `notes:${roomId}/${line}${place === 0 ? "" : `/line/${place + 1}`}` };
}

function blocksOf(block: NotesBlock, reading: Reading, quote: boolean): NotesDocumentBlock[] {
  switch (block.kind) {
    case "heading": {
      const level: HeadingLevel = block.level <= 1 ? 3 : 4;
      const runs = oneLine(block.runs).map((run): DocumentRun => ({ ...run, bold: true }));
      const key = keyOf(reading, block.line);
      return runs.length === 0 ? [] : [{ kind: "heading", ...key, level, number: null, runs }];
    }
    case "paragraph":
      return lines(block.runs).map((runs, place) => ({
        kind: "paragraph",
        ...keyOf(reading, block.line, place),
        quote,
        runs,
      }));
    case "quote":
      return block.blocks.flatMap((inner) => blocksOf(inner, reading, true));
    case "table":
      return tableBlocks(block.rows, reading, quote);
    case "list":
    case "tasks":
      return listBlocks(block, reading);
    case "truncated":
      return [{ kind: "paragraph", quote: false, runs: [truncatedRun(reading)] }];
  }
}

function truncatedRun({ roomId, words }: Reading): DocumentRun {
  const missing: Missing = { label: words.notesCut, fill: { at: "room", id: roomId } };
  return { text: words.notesTruncated, placeholder: true, missing } as MissingRun;
}

type NotesList = Extract<NotesBlock, { kind: "list" | "tasks" }>;
type Piece = DocumentListItem | NotesDocumentBlock;

/** A list is cut where an item holds what no list item can be, a table; the rest of it goes on after. */
function listBlocks(list: NotesList, reading: Reading): NotesDocumentBlock[] {
  const blocks: NotesDocumentBlock[] = [];
  let items: DocumentListItem[] = [];
  const finishList = () => {
    if (items.length > 0) blocks.push({ kind: "list", items });
    items = [];
  };
  for (const piece of listPieces(list, 0, reading)) {
    if ("marker" in piece) items.push(piece);
    else {
      finishList();
      blocks.push(piece);
    }
  }
  finishList();
  return blocks;
}

function listPieces(list: NotesList, depth: number, reading: Reading): Piece[] {
  return list.items.flatMap((item, index) => {
    const first = markerOf(list, index);
    let marked = false;
    const next = (): ListMarker => {
      const marker: ListMarker = marked ? { kind: "none" } : first;
      marked = true;
      return marker;
    };
    return item.blocks.flatMap((block) => piecesOf(block, depth, next, reading));
  });
}

function markerOf(list: NotesList, index: number): ListMarker {
  if (list.kind === "tasks") return { kind: "task", done: list.items[index]?.done ?? false };
  return list.ordered ? { kind: "number", value: list.start + index } : { kind: "bullet" };
}

function piecesOf(block: NotesBlock, depth: number, next: () => ListMarker, reading: Reading): Piece[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return lines(block.runs).map((runs, place) => ({
        depth,
        ...keyOf(reading, block.line, place),
        marker: next(),
        runs,
      }));
    case "quote":
      return block.blocks.flatMap((inner) => piecesOf(inner, depth, next, reading));
    case "list":
    case "tasks":
      return listPieces(block, depth + 1, reading);
    case "table":
    case "truncated":
      return blocksOf(block, reading, false);
  }
}

function tableBlocks(rows: readonly NotesRow[], reading: Reading, quote: boolean): NotesDocumentBlock[] {
  const looseRows = rows.map(({ cells }) =>
    cells.map(({ blocks, ...cell }) => {
      const paragraphs = blocks.flatMap((block) => blocksOf(block, reading, false)).flatMap(cellParagraphs);
      return {
        ...cell,
        ...keyOf(reading, lastLine(blocks)),
        paragraphs: paragraphs.length === 0 ? [[]] : paragraphs,
      };
    }),
  );
  if (looseRows.every((cells) => cells.length === 0)) return [];
  const grid = tableGrid(looseRows, {
    columnsMax: NOTES_LIMITS.tableColumnsMax,
    cellsMax: NOTES_LIMITS.tableCellsMax,
  });
  if (grid !== null) return [{ kind: "table", shares: null, ...grid }];
  return looseRows.flatMap((cells) =>
    cells.flatMap(({ paragraphs }) =>
      paragraphs
        .filter((runs) => runs.length > 0)
        .map((runs): NotesDocumentBlock => ({ kind: "paragraph", quote, runs })),
    ),
  );
}

/** The name of the last line of a cell, which stays its last whatever is written above it. */
function lastLine(blocks: readonly NotesBlock[]): string | undefined {
  const last = blocks.at(-1);
  switch (last?.kind) {
    case "heading":
    case "paragraph":
      return last.line;
    case "list":
    case "tasks":
      return lastLine(last.items.at(-1)?.blocks ?? []);
    case "quote":
      return lastLine(last.blocks);
    default:
      return undefined;
  }
}

/** A cell holds paragraphs alone: lists keep their marks as text, a table inside a cell its texts. */
function cellParagraphs(block: NotesDocumentBlock): readonly (readonly DocumentRun[])[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.runs];
    case "list":
      return block.items.map(({ marker, runs }) => [...markerRuns(marker), ...runs]);
    case "table":
      return block.rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs));
  }
}

function markerRuns(marker: ListMarker): DocumentRun[] {
  const text = markerText(marker);
  return text === "" ? [] : [{ text: `${text} ` }];
}

/** How a marker is printed where lists are plain text; every sign is in GB 2312, so every Chinese font has it. */
export function markerText(marker: ListMarker): string {
  switch (marker.kind) {
    case "bullet":
      return "·";
    case "number":
      return `${marker.value}.`;
    case "task":
      return marker.done ? "√" : "□";
    case "none":
      return "";
  }
}

/** The runs of every line that has words; notes' runs are the document's runs. */
function lines(runs: readonly NotesRun[]): NotesRun[][] {
  const result: NotesRun[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split("\n").entries()) {
      if (index > 0) result.push([]);
      if (text !== "") result.at(-1)?.push({ ...run, text });
    }
  }
  return result.filter((line) => line.some(({ text }) => text.trim() !== ""));
}

function oneLine(runs: readonly NotesRun[]): NotesRun[] {
  return lines(runs).flatMap((line, index) => (index === 0 ? line : [{ text: " " }, ...line]));
}
