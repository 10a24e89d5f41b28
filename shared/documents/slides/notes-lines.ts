import type { DocumentBlock, DocumentRun } from "../model.ts";
import { markerText } from "../notes/notes-to-blocks.ts";
import type { SlideLine } from "./deck.ts";

const BETWEEN_CELLS = " | ";

/** What is notes among printed blocks, line by line; a row of a table is a line. */
export function notesLines(blocks: readonly DocumentBlock[]): SlideLine[] {
  return blocks.flatMap(linesOf);
}

function linesOf(block: DocumentBlock): SlideLine[] {
  switch (block.kind) {
    case "heading":
      return isOfNotes(block) ? [{ look: "heading", marker: "", depth: 0, runs: block.runs }] : [];
    case "paragraph":
      return isOfNotes(block) ? [{ look: "text", marker: "", depth: 0, runs: block.runs }] : [];
    case "list":
      return block.items
        .filter(isOfNotes)
        .map(({ depth, marker, runs }) => ({ look: "text", marker: markerText(marker), depth, runs }));
    case "table":
      return block.rows.flatMap((row): SlideLine[] => {
        const cells = row.filter(isOfNotes).map(({ paragraphs }) => betweenEach(paragraphs, " "));
        const isEmpty = cells.flat().every(({ text }) => text.trim() === "");
        const runs = betweenEach(cells, BETWEEN_CELLS);
        return isEmpty ? [] : [{ look: "text", marker: "", depth: 0, runs }];
      });
    default:
      return [];
  }
}

/** What cannot be worded otherwise has no key: in a room, that is of the notes. */
function isOfNotes({ key }: { readonly key?: string }): boolean {
  return key === undefined || key.startsWith("notes:");
}

function betweenEach(parts: readonly (readonly DocumentRun[])[], separator: string): DocumentRun[] {
  return parts.flatMap((runs, at) => (at === 0 ? runs : [{ text: separator }, ...runs]));
}
