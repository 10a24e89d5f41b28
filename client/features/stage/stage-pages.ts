import type { AnswerRole } from "../../../shared/domain/answers/reading-order.ts";
import { keepsNext, type StageBlock } from "./stage-sheet.tsx";

/** A block as it is laid out in the smallest letters. */
export interface LaidOut {
  readonly block: StageBlock;
  /** What stands around its text: facts, unit, distances. */
  readonly aroundPx: number;
  readonly linePx: number;
  readonly lines: number;
  /** The places in its text at which lines begin, the first 0; asked for only where it is longer than a page. */
  readonly lineStarts: () => readonly number[];
}

/** How high what is shown may be. */
export interface PageRoom {
  /** Of all of it on one page. */
  readonly alonePx: number;
  /** Of a page that says which of several it is. */
  readonly pagePx: number;
  /** Of the line by which the later pages name the question. */
  readonly headingPx: number;
}

export interface StagePage {
  readonly blocks: readonly StageBlock[];
  /** Whether its last block goes on on the next page. */
  readonly goesOn: boolean;
  /** Which answers begin on later pages: as what the first stands there, if it is none of those added; how many are added. */
  readonly toCome: { readonly main: Exclude<AnswerRole, "added"> | null; readonly added: number };
}

/** Less than this of a long text is not begun below something else. */
const LINES_BEGUN_MIN = 3;
const SENTENCE_END = /[。！？；\n]["'”’』」）)]*|[.!?;]["')]*\s/gu;

/** Whole answers page by page, and only what is longer than a page in parts; nothing is left out. */
export function pagesOf(sheet: readonly LaidOut[], room: PageRoom): StagePage[] {
  const allPx = sheet.reduce((sum, item) => sum + heightPx(item, item.lines), 0);
  if (allPx <= room.alonePx) return withOutlook([sheet.map(({ block }) => block)]);
  const laterPx = room.pagePx - room.headingPx;
  const pages: StageBlock[][] = [[]];
  let leftPx = room.pagePx;
  const add = (block: StageBlock, takesPx: number) => {
    pages.at(-1)?.push(block);
    leftPx -= takesPx;
  };
  const turn = () => {
    pages.push([]);
    leftPx = laterPx;
  };
  for (const [at, item] of sheet.entries()) {
    const wholePx = heightPx(item, item.lines);
    const isFirst = pages.length === 1 && pages[0]?.length === 0;
    if (wholePx > laterPx && !(isFirst && wholePx <= leftPx)) {
      if (linesIn(item, leftPx) < LINES_BEGUN_MIN) turn();
      const { length } = item.block.text;
      for (let from = 0; from < length; ) {
        const part = partFrom(item, from, linesIn(item, leftPx));
        add(part.block, heightPx(item, part.lines));
        from = part.to;
        if (from < length) turn();
      }
    } else {
      const isEmpty = pages.at(-1)?.length === 0;
      if (wholePx > leftPx || (!isEmpty && beginningPx(sheet, at, laterPx) > leftPx)) turn();
      add(item.block, wholePx);
    }
  }
  return withOutlook(pages);
}

/** How much of a page is wanted for an item to begin there: of what belongs to the next with the beginning of that one. */
function beginningPx(sheet: readonly LaidOut[], at: number, pagePx: number): number {
  const item = sheet[at];
  if (item === undefined) return 0;
  const wholePx = heightPx(item, item.lines);
  if (keepsNext(item.block)) return Math.min(wholePx + beginningPx(sheet, at + 1, pagePx), pagePx);
  return wholePx > pagePx ? heightPx(item, LINES_BEGUN_MIN) : wholePx;
}

function heightPx({ aroundPx, linePx }: LaidOut, lines: number): number {
  return aroundPx + lines * linePx;
}

function linesIn({ aroundPx, linePx }: LaidOut, px: number): number {
  return Math.floor((px - aroundPx) / linePx);
}

/** What fits into `lines` lines from the place `from`, up to the end of a sentence where one is not far. */
function partFrom(item: LaidOut, from: number, lines: number) {
  const { text } = item.block;
  const starts = item.lineStarts();
  const lineAt = (place: number) => starts.findLastIndex((start) => start <= place);
  const first = lineAt(from);
  const end = starts[first + Math.max(1, lines)] ?? text.length;
  const to = end === text.length ? end : sentenceEnd(text, from, end);
  const block = { ...item.block, text: text.slice(from, to).trim(), isContinued: from > 0 };
  return { block, to, lines: lineAt(to - 1) - first + 1 };
}

/** The last end of a sentence in the second half of `text` from `from` to `end`; `end` where there is none. */
function sentenceEnd(text: string, from: number, end: number): number {
  const half = (end - from) / 2;
  const ends = [...text.slice(from, end).matchAll(SENTENCE_END)].map(
    ({ 0: mark, index }) => index + mark.length,
  );
  const last = ends.at(-1);
  return last === undefined || last < half ? end : from + last;
}

function withOutlook(pages: readonly (readonly StageBlock[])[]): StagePage[] {
  return pages.map((blocks, index) => {
    const later = pages.slice(index + 1).flat();
    const roles = later.flatMap((block) =>
      block.kind === "answer" && !block.isContinued ? [block.role] : [],
    );
    return {
      blocks,
      goesOn: later[0]?.isContinued === true,
      toCome: {
        main: roles.find((role) => role !== "added") ?? null,
        added: roles.filter((role) => role === "added").length,
      },
    };
  });
}
