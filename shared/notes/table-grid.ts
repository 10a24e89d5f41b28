import * as Y from "yjs";
import { attributeOf, COLUMN, isElement, REMOVED } from "./flow.ts";
import { wholeNumber } from "./line-style.ts";

/**
 * Where a row and a column of a table meet. `elements` are all that was made there: none where a row and a column were
 * added at the same time, several where two people filled such a place. Spans count rows and columns that are shown.
 */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly elements: readonly Y.XmlElement[];
  readonly header: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table as it is laid out: rectangular, whatever was added or taken away by whom at the same time. */
export interface TableGrid {
  /** Row elements that are shown; another element where a row should be is a row of one cell. */
  readonly rows: readonly Y.XmlElement[];
  /** Ids of the columns that are shown. */
  readonly columns: readonly string[];
  /** By row, each with its cells in the order of columns; places under a span are left out. */
  readonly cells: readonly (readonly GridCell[])[];
}

/** Whether a table, or a row, is taken away: it says so and nobody's text has come into it since. */
export function isTakenAway(element: Y.XmlElement): boolean {
  return attributeOf(element, REMOVED) === true && !hasText(element);
}

/** Lays a table out. Spans and counts beyond `limits` are cut. */
export function tableGrid(
  table: Y.XmlElement,
  limits: { readonly rowsMax: number; readonly columnsMax: number },
): TableGrid {
  const rows = table
    .toArray()
    .filter((row): row is Y.XmlElement => row instanceof Y.XmlElement && !isTakenAway(row))
    .slice(0, limits.rowsMax);
  const ids = columnIds(table, limits.columnsMax);
  const placed = rows.map((row) => cellsByColumn(row, ids));
  const columns = columnOrder(placed)
    .filter((id) => isShown(id, placed))
    .slice(0, limits.columnsMax);
  return { rows, columns, cells: layOut(placed, columns) };
}

/**
 * The column of every cell of a table. Cells of earlier editors have no id: they are counted from the left, as a browser
 * places them, past what spans down from rows above.
 */
export function columnIds(table: Y.XmlElement, columnsMax: number): Map<Y.XmlElement, string> {
  const ids = new Map<Y.XmlElement, string>();
  /** By column, how many more rows are spanned. */
  let spanned = new Map<number, number>();
  for (const row of table.toArray()) {
    if (!(row instanceof Y.XmlElement)) continue;
    const below = new Map([...spanned].map(([column, rows]) => [column, rows - 1]));
    let next = 0;
    for (const cell of cellElements(row)) {
      const own = attributeOf(cell, COLUMN);
      const isNamed = typeof own === "string";
      while (!isNamed && (spanned.get(next) ?? 0) > 0) next += 1;
      const id = isNamed ? own : unnamedColumn(next);
      ids.set(cell, id);
      if (!id.startsWith("#")) continue;
      const first = Number(id.slice(1));
      const width = span(cell, "colspan", columnsMax);
      const rows = span(cell, "rowspan", Number.MAX_SAFE_INTEGER) - 1;
      for (let column = first; column < first + width; column += 1) {
        if (rows > 0) below.set(column, Math.max(rows, below.get(column) ?? 0));
      }
      if (!isNamed) next = first + width;
    }
    spanned = below;
  }
  return ids;
}

/** The cells of a row; what stands where a row should be is a cell itself. */
export function cellElements(row: Y.XmlElement): Y.XmlElement[] {
  if (!isElement(row, "tableRow")) return [row];
  return row.toArray().filter((cell): cell is Y.XmlElement => cell instanceof Y.XmlElement);
}

/** Whether anybody's text stands in an element, however deep. */
export function hasText(element: Y.XmlElement): boolean {
  const pending: unknown[] = [element];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node instanceof Y.XmlText) {
      for (const { insert } of node.toDelta() as readonly { insert: unknown }[]) {
        if (typeof insert !== "string") pending.push(insert);
        else if (/[^\n]/.test(insert)) return true;
      }
    } else if (node instanceof Y.XmlElement) pending.push(...node.toArray());
  }
  return false;
}

type Placed = ReadonlyMap<string, readonly Y.XmlElement[]>;

function unnamedColumn(index: number): string {
  return `#${index}`;
}

function cellsByColumn(row: Y.XmlElement, ids: ReadonlyMap<Y.XmlElement, string>): Placed {
  const placed = new Map<string, Y.XmlElement[]>();
  for (const cell of cellElements(row)) {
    const id = ids.get(cell) ?? "";
    placed.set(id, [...(placed.get(id) ?? []), cell]);
  }
  return placed;
}

/** All columns of all rows: the unnamed ones by number, the others behind those they follow in their rows. */
function columnOrder(rows: readonly Placed[]): string[] {
  const order: string[] = [];
  const unnamed = rows
    .flatMap((row) => [...row.keys()])
    .filter((id) => id.startsWith("#"))
    .map((id) => Number(id.slice(1)))
    .filter(Number.isInteger);
  for (const index of [...new Set(unnamed)].sort((one, other) => one - other))
    order.push(unnamedColumn(index));
  for (const row of rows) {
    let after = -1;
    for (const id of row.keys()) {
      const known = order.indexOf(id);
      if (known === -1) order.splice(after + 1, 0, id);
      after = known === -1 ? after + 1 : known;
    }
  }
  return order;
}

/** A column is gone once somebody took it away and nothing stands in it. */
function isShown(id: string, rows: readonly Placed[]): boolean {
  const cells = rows.flatMap((row) => row.get(id) ?? []);
  return !cells.some((cell) => attributeOf(cell, REMOVED) === true) || cells.some(hasText);
}

function layOut(rows: readonly Placed[], columns: readonly string[]): GridCell[][] {
  const covered = new Set<string>();
  const isFree = (row: number, column: number) => {
    const id = columns[column];
    return id !== undefined && !covered.has(`${row}/${column}`) && rows[row]?.has(id) === false;
  };
  return rows.map((placed, row) => {
    const cells: GridCell[] = [];
    for (const [column, id] of columns.entries()) {
      if (covered.has(`${row}/${column}`)) continue;
      const elements = placed.get(id) ?? [];
      const first = elements[0];
      let columnSpan = 1;
      let rowSpan = 1;
      if (first !== undefined) {
        const wide = span(first, "colspan", columns.length);
        while (columnSpan < wide && isFree(row, column + columnSpan)) columnSpan += 1;
        const high = span(first, "rowspan", rows.length);
        const isRowFree = (below: number) =>
          Array.from({ length: columnSpan }, (_, index) => column + index).every((at) => isFree(below, at));
        while (rowSpan < high && row + rowSpan < rows.length && isRowFree(row + rowSpan)) rowSpan += 1;
        for (let below = row; below < row + rowSpan; below += 1) {
          for (let at = column; at < column + columnSpan; at += 1) covered.add(`${below}/${at}`);
        }
      }
      const header = first !== undefined && isElement(first, "tableHeader");
      cells.push({ row, column, elements, header, rowSpan, columnSpan });
    }
    return cells;
  });
}

function span(cell: Y.XmlElement, name: "colspan" | "rowspan", max: number): number {
  return wholeNumber(attributeOf(cell, name), 1, max, 1);
}
