import type { DocumentCell } from "../model.ts";

/** Rows of a table in which neighbours with the same words in `column` share one cell. */
export function unitsOnce(
  rows: readonly (readonly DocumentCell[])[],
  column: number,
): (readonly DocumentCell[])[] {
  const wordsOf = (row: readonly DocumentCell[] | undefined) => JSON.stringify(row?.[column]?.paragraphs);
  return rows.map((row, index) => {
    const words = wordsOf(row);
    if (index > 0 && wordsOf(rows[index - 1]) === words)
      return row.filter((_cell, place) => place !== column);
    const after = rows.slice(index).findIndex((other) => wordsOf(other) !== words);
    const rowSpan = after === -1 ? rows.length - index : after;
    return row.map((cell, place) => (place === column ? { ...cell, rowSpan } : cell));
  });
}
