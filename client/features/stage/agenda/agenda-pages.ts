import { isWide } from "../../../ui/text/wide-character.ts";

/** What a page of the agenda holds: lines of titles, each item taking a little more than its lines. */
const PAGE_LINES = 11.4;
const ITEM_SPACING = 0.25;
/** Widths of Latin letters that a line of a title has room for, with some to spare. */
const LINE_COLUMNS = 46;
/** What stands beside a title grows with it. */
const COLUMNS_BESIDE = 26;
const SCALE_MAX = 1.5;

/**
 * The items page by page: as many as the hall can read at once. Told from the letters alone, so that every projector and the
 * console come to the same pages.
 */
export function agendaPages<I extends { readonly title: string }>(
  items: readonly I[],
): readonly (readonly I[])[] {
  const pages: I[][] = [[]];
  let left = PAGE_LINES;
  for (const item of items) {
    const takes = linesOf(item.title) + ITEM_SPACING;
    if (takes > left) {
      pages.push([]);
      left = PAGE_LINES;
    }
    pages.at(-1)?.push(item);
    left -= takes;
  }
  return pages;
}

/** How large the letters of a page may be, from 1 where it is full: a few short titles are read from farther. */
export function agendaScale(page: readonly { readonly title: string }[]): number {
  const widest = Math.max(...page.map(({ title }) => columnsOf(title)), 1);
  const byHeight = PAGE_LINES / Math.max(page.length * (1 + ITEM_SPACING), 1);
  return Math.max(
    1,
    Math.min(SCALE_MAX, byHeight, (LINE_COLUMNS + COLUMNS_BESIDE) / (widest + COLUMNS_BESIDE)),
  );
}

function linesOf(title: string): number {
  return Math.max(1, Math.ceil(columnsOf(title) / LINE_COLUMNS));
}

function columnsOf(title: string): number {
  let columns = 0;
  for (const character of title) columns += isWide(character) ? 2 : 1;
  return columns;
}
