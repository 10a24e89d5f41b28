import type { DocumentRun } from "../../../shared/documents/model.ts";
import type { SlideLine } from "../../../shared/documents/slides/deck.ts";
import type { DocumentStyle } from "../style/style.ts";
import { lineLook, rowsOf, textOf } from "./line-look.ts";

/** In points. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface FilledPage {
  readonly placed: readonly SlideLine[];
  /** What goes on on the next page. */
  readonly left: readonly SlideLine[];
}

/** So many rows at least stay with what is said of them. */
const ROWS_TOGETHER = 2;
/** What is longer does not wait for what follows it. */
const LEAD_ROWS_MAX = 3;

/** As many lines as a page has room for, at least one row. What says something of the lines after it stands on one page with them. */
export function filledPage(lines: readonly SlideLine[], room: Room, style: DocumentStyle): FilledPage {
  const placed: SlideLine[] = [];
  let used = 0;
  let hasText = false;
  for (const [at, line] of lines.entries()) {
    const { pitch } = lineLook(line, style);
    const gap = placed.length === 0 ? 0 : lineLook(line, style).gap;
    const rows = rowsOf(line, room.width, style);
    const fitting = Math.floor((room.height - used - gap) / pitch);
    if (hasText && heightTogether(lines.slice(at), room, style) > room.height - used) {
      return { placed, left: lines.slice(at) };
    }
    if (rows.length <= fitting) {
      placed.push(line);
      used += gap + rows.length * pitch;
      hasText ||= !isLead(line, rows.length);
      continue;
    }
    const [head, tail] = split(line, rows[Math.max(fitting, placed.length === 0 ? 1 : 0)] ?? 0);
    return head === null
      ? { placed, left: lines.slice(at) }
      : { placed: [...placed, head], left: [tail, ...lines.slice(at + 1)] };
  }
  return { placed, left: [] };
}

function isLead({ look }: SlideLine, rowCount: number): boolean {
  return look !== "text" && rowCount <= LEAD_ROWS_MAX;
}

/** Of the first of `lines`, what may not be parted from it: with what it leads, the beginning of a text. */
function heightTogether(lines: readonly SlideLine[], room: Room, style: DocumentStyle): number {
  let height = 0;
  for (const line of lines) {
    const { pitch, gap } = lineLook(line, style);
    const rowCount = rowsOf(line, room.width, style).length;
    if (isLead(line, rowCount)) height += gap + rowCount * pitch;
    else return height + gap + Math.min(rowCount, ROWS_TOGETHER) * pitch;
  }
  return height;
}

/** A line parted at a place of its text; null: nothing is before it. */
function split(line: SlideLine, at: number): [head: SlideLine | null, tail: SlideLine] {
  if (at === 0) return [null, line];
  const isAtLineEnd = textOf(line.runs)[at - 1] === "\n";
  const [before] = splitRuns(line.runs, isAtLineEnd ? at - 1 : at);
  const [, after] = splitRuns(line.runs, at);
  const hanging = line.marker === "" ? 0 : 1;
  return [
    { ...line, runs: before },
    { ...line, marker: "", depth: line.depth + hanging, runs: after },
  ];
}

function splitRuns(runs: readonly DocumentRun[], at: number): [DocumentRun[], DocumentRun[]] {
  const before: DocumentRun[] = [];
  const after: DocumentRun[] = [];
  let from = 0;
  for (const run of runs) {
    const cut = Math.min(Math.max(at - from, 0), run.text.length);
    if (cut > 0) before.push({ ...run, text: run.text.slice(0, cut) });
    if (cut < run.text.length) after.push({ ...run, text: run.text.slice(cut) });
    from += run.text.length;
  }
  return [before, after];
}
