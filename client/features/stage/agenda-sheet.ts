import { isWide } from "../../ui/text/wide-character.ts";

/** What a page of the agenda holds: lines of titles, each item taking a little more than its lines. */
const PAGE_LINES = 9.5;
const ITEM_SPACING = 0.35;
/** Widths of Latin letters that a line of a title has room for, with some to spare. */
const LINE_COLUMNS = 46;

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

function linesOf(title: string): number {
  let columns = 0;
  for (const character of title) columns += isWide(character) ? 2 : 1;
  return Math.max(1, Math.ceil(columns / LINE_COLUMNS));
}
