import fc from "fast-check";
import { expect, test } from "vitest";
import { type LooseCell, tableGrid } from "../../../shared/documents/notes/table-grid.ts";

const LIMITS = { columnsMax: 6, cellsMax: 200 };

function cell(text: string, columnSpan = 1, rowSpan = 1): LooseCell {
  return { header: false, columnSpan, rowSpan, paragraphs: [[{ text }]] };
}

const spans = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.constantFrom(0, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9),
);
const rows = fc.array(
  fc.array(
    fc.tuple(fc.uuid(), spans, spans).map(([text, columns, rowSpan]) => cell(text, columns, rowSpan)),
    { maxLength: 9 },
  ),
  { maxLength: 6 },
);

test("any spans become a grid in which every place is covered exactly once and no text is lost", () => {
  fc.assert(
    fc.property(rows, (loose) => {
      const grid = tableGrid(loose, LIMITS);
      if (grid === null) throw new Error("a small table has a grid");
      const covered = grid.rows.map(() => Array.from({ length: grid.columns }, () => 0));
      for (const [rowIndex, row] of grid.rows.entries()) {
        let column = 0;
        for (const { columnSpan, rowSpan } of row) {
          while ((covered[rowIndex]?.[column] ?? 0) > 0) column += 1;
          for (const below of covered.slice(rowIndex, rowIndex + rowSpan)) {
            for (let at = column; at < column + columnSpan; at += 1) below[at] = (below[at] ?? 0) + 1;
          }
        }
      }
      expect(covered.flat().every((times) => times === 1)).toBe(true);
      expect(grid.columns).toBeLessThanOrEqual(LIMITS.columnsMax);
      const texts = (cells: readonly { paragraphs: LooseCell["paragraphs"] }[]) =>
        cells.flatMap(({ paragraphs }) => paragraphs.flat().map(({ text }) => text));
      expect(texts(grid.rows.flat())).toEqual(texts(loose.flat()));
    }),
  );
});

test("spans that fit stay", () => {
  const grid = tableGrid([[cell("a", 1, 2), cell("b"), cell("c")], [cell("d", 2)]], LIMITS);
  expect(grid?.columns).toBe(3);
  expect(grid?.rows.map((row) => row.map(({ columnSpan, rowSpan }) => [columnSpan, rowSpan]))).toEqual([
    [
      [1, 2],
      [1, 1],
      [1, 1],
    ],
    [[2, 1]],
  ]);
});

test("a table too large to draw has no grid", () => {
  expect(
    tableGrid(
      Array.from({ length: 201 }, () => [cell("a")]),
      LIMITS,
    ),
  ).toBeNull();
});
