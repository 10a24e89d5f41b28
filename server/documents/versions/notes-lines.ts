import type { NotesBlock, NotesListItem, NotesRun } from "../../../shared/documents/notes/notes-blocks.ts";
import type { NotesLine } from "../../../shared/protocol/notes-versions.ts";

const DOT = "•";
const BOX = "☐";
const TICKED_BOX = "☑";
const CELL_SEPARATOR = " ｜ ";

/** Notes as lines to read and to compare; empty paragraphs are left out. */
export function notesLines(blocks: readonly NotesBlock[]): { lines: NotesLine[]; truncated: boolean } {
  const lines: NotesLine[] = [];
  const truncated = addBlocks(blocks, 0, lines);
  return { lines, truncated };
}

/** Characters of text, line ends aside. */
export function notesChars(blocks: readonly NotesBlock[]): number {
  let chars = 0;
  for (const { text } of notesLines(blocks).lines) {
    chars += text.replaceAll(CELL_SEPARATOR, "").replaceAll("\n", "").length;
  }
  return chars;
}

function addBlocks(blocks: readonly NotesBlock[], depth: number, lines: NotesLine[]): boolean {
  let truncated = false;
  for (const block of blocks) {
    switch (block.kind) {
      case "heading":
        addText(lines, { style: "heading", depth, marker: "", text: textOf(block.runs) });
        break;
      case "paragraph":
        addText(lines, { style: "text", depth, marker: "", text: textOf(block.runs) });
        break;
      case "list":
        for (const [index, item] of block.items.entries()) {
          const marker = block.ordered ? `${block.start + index}.` : DOT;
          truncated = addItem(item, depth, marker, lines) || truncated;
        }
        break;
      case "tasks":
        for (const item of block.items) {
          truncated = addItem(item, depth, item.done ? TICKED_BOX : BOX, lines) || truncated;
        }
        break;
      case "table":
        for (const { cells } of block.rows) {
          const texts = cells.map((cell) => cellText(cell.blocks));
          if (texts.every((text) => text === "")) continue;
          lines.push({ style: "row", depth, marker: "", text: texts.join(CELL_SEPARATOR) });
        }
        break;
      case "quote":
        truncated = addBlocks(block.blocks, depth + 1, lines) || truncated;
        break;
      case "truncated":
        truncated = true;
        break;
      default:
        block satisfies never;
    }
  }
  return truncated;
}

/** The marker stands before an item's first line alone. */
function addItem(item: NotesListItem, depth: number, marker: string, lines: NotesLine[]): boolean {
  const start = lines.length;
  const truncated = addBlocks(item.blocks, depth + 1, lines);
  const first = lines[start];
  if (first !== undefined && first.marker === "") lines[start] = { ...first, depth, marker };
  return truncated;
}

function addText(lines: NotesLine[], line: NotesLine): void {
  if (line.text.trim() !== "") lines.push(line);
}

function cellText(blocks: readonly NotesBlock[]): string {
  return notesLines(blocks)
    .lines.map(({ marker, text }) => (marker === "" ? text : `${marker} ${text}`))
    .join(" ");
}

function textOf(runs: readonly NotesRun[]): string {
  return runs.map(({ text }) => text).join("");
}
