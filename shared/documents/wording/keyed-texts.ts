import type { DocumentBlock, DocumentCell, DocumentListItem, LabelledLine } from "../model.ts";
import type { Line } from "./reword.ts";

/** What the lines of a keyed place become; null leaves the place out, the same array leaves it as it is. */
export type Rewrite = (key: string, lines: readonly Line[]) => readonly Line[] | null;

/** The blocks with every keyed text rewritten. What stands in a table or is a line of a form stays there, empty. */
export function rewriteBlocks(blocks: readonly DocumentBlock[], rewrite: Rewrite): DocumentBlock[] {
  return blocks.flatMap((block) => rewriteBlock(block, rewrite));
}

function rewriteBlock(block: DocumentBlock, rewrite: Rewrite): readonly DocumentBlock[] {
  switch (block.kind) {
    case "heading": {
      const lines = rewritten(block.key, [block.runs], rewrite);
      return lines === null ? [] : [{ ...block, runs: oneLine(lines) }];
    }
    case "paragraph": {
      const lines = rewritten(block.key, [block.runs], rewrite);
      return (lines ?? []).map((runs) => ({ ...block, runs }));
    }
    case "list": {
      const items = rewriteItems(block.items, rewrite);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case "table":
      return [{ ...block, rows: block.rows.map((row) => row.map((cell) => rewriteCell(cell, rewrite))) }];
    case "attendance":
      return [{ ...block, lines: rewriteLines(block.lines, rewrite) }];
    case "signature":
      return [{ ...block, lines: rewriteFormLines(block.lines, rewrite) }];
    case "figure":
    case "pageBreak":
      return [block];
  }
}

/** Labelled lines of which those left out are gone. */
export function rewriteLines<L extends LabelledLine>(lines: readonly L[], rewrite: Rewrite): L[] {
  return lines.flatMap((line) => {
    const texts = rewritten(line.key, [line.runs], rewrite);
    return texts === null ? [] : [{ ...line, runs: oneLine(texts) }];
  });
}

/** Labelled lines of which those left out stand empty. */
function rewriteFormLines(lines: readonly LabelledLine[], rewrite: Rewrite): LabelledLine[] {
  return lines.map((line) => ({ ...line, runs: oneLine(rewritten(line.key, [line.runs], rewrite) ?? []) }));
}

function rewriteCell(cell: DocumentCell, rewrite: Rewrite): DocumentCell {
  return { ...cell, paragraphs: rewritten(cell.key, cell.paragraphs, rewrite) ?? [[]] };
}

/** What counts on counts on over those that are left out. */
function rewriteItems(items: readonly DocumentListItem[], rewrite: Rewrite): DocumentListItem[] {
  const kept: DocumentListItem[] = [];
  /** How many numbers were left out of the list that goes on at each depth. */
  const gaps = new Map<number, number>();
  for (const [place, item] of items.entries()) {
    const { depth, marker } = item;
    for (const deeper of [...gaps.keys()]) if (deeper > depth) gaps.delete(deeper);
    if (marker.kind === "number" && !goesOn(items, place)) gaps.delete(depth);
    const lines = rewritten(item.key, [item.runs], rewrite);
    const gap = gaps.get(depth) ?? 0;
    if (lines === null) {
      if (marker.kind === "number") gaps.set(depth, gap + 1);
      continue;
    }
    const shown = marker.kind === "number" ? { ...marker, value: marker.value - gap } : marker;
    kept.push({ ...item, marker: shown, runs: oneLine(lines) });
  }
  return kept;
}

/** Whether a numbered item counts on from one before it at its depth. */
function goesOn(items: readonly DocumentListItem[], place: number): boolean {
  const item = items[place];
  for (let before = place - 1; before >= 0; before -= 1) {
    const other = items[before];
    if (other === undefined || item === undefined || other.depth < item.depth) return false;
    if (other.depth > item.depth || other.marker.kind === "none") continue;
    return (
      other.marker.kind === "number" &&
      item.marker.kind === "number" &&
      item.marker.value === other.marker.value + 1
    );
  }
  return false;
}

function rewritten(
  key: string | undefined,
  lines: readonly Line[],
  rewrite: Rewrite,
): readonly Line[] | null {
  return key === undefined ? lines : rewrite(key, lines);
}

/** What has one line only, on one. */
function oneLine(lines: readonly Line[]): Line {
  return lines.length <= 1
    ? (lines[0] ?? [])
    : lines.flatMap((line, index) => (index === 0 ? line : [{ text: " " }, ...line]));
}
