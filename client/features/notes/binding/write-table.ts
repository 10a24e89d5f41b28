import type { Node } from "@tiptap/pm/model";
import { TableMap } from "@tiptap/pm/tables";
import * as Y from "yjs";
import { COLUMN, REMOVED, setAttributeOf } from "../../../../shared/notes/flow.ts";
import { PLAIN_LINE } from "../../../../shared/notes/line-style.ts";
import { cellElements, columnIds, isTakenAway } from "../../../../shared/notes/table-grid.ts";
import { NOTES_TABLE_BOUNDS, NOTES_TABLE_LIMITS } from "../../../../shared/protocol/notes-attributes.ts";
import { newId } from "../../../sync/new-id.ts";
import type { BoundCell, BoundFlow, BoundTable } from "./bound-flow.ts";
import { sourceOf } from "./bound-flow.ts";
import { writeFlow } from "./write-flow.ts";
import { paragraph, type Writer } from "./writer.ts";

/** A cell as the editor shows it. */
interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly node: Node;
}

/** Writes what changed in a table. Rows and columns that are gone are emptied and marked, never deleted. */
export function writeTable(writer: Writer, bound: BoundTable, node: Node): void {
  const shown = shownCells(node);
  const columns = shownColumns(node, shown);
  const rows = node.children.map((row) => row.attrs.source as unknown);
  const keptRows = new Set(rows);
  const keptColumns = new Set(columns);
  const { element } = bound.table;
  const { grid } = bound;
  if (columns.some((id) => !grid.columns.includes(id)) || grid.columns.some((id) => !keptColumns.has(id))) {
    nameColumns(writer, bound);
  }
  for (const [index, row] of grid.rows.entries()) {
    if (!keptRows.has(sourceOf(row))) takeAway(writer, row, elementsOf(bound.rows[index] ?? []));
  }
  const ids = columnIds(element, NOTES_TABLE_BOUNDS.columnsMax);
  for (const cell of grid.rows.flatMap(cellElements)) {
    const id = ids.get(cell) ?? "";
    if (grid.columns.includes(id) && !keptColumns.has(id)) takeAway(writer, cell, [cell]);
  }
  const rowElements = writer.prepare(() => addRows(element, rows, grid.rows));
  for (const [index, row] of rowElements.entries()) {
    const isNew = !grid.rows.includes(row);
    const cells = shown.filter((cell) => cell.row === index);
    if (isNew) fillNewRow(writer, row, columns, cells);
    else writeRow(writer, bound, row, { columns, cells });
  }
  writer.flush();
}

/** Puts a table into a text, with all that stands in it. */
export function insertTable(writer: Writer, text: Y.XmlText, at: number, node: Node): void {
  const shown = shownCells(node);
  const columns = Array.from({ length: TableMap.get(node).width }, newId);
  const element = new Y.XmlElement("table");
  writer.prepare(() => {
    // Shown by a change that undo can take back, without deleting what others wrote in it.
    setAttributeOf(element, REMOVED, true);
    text.insertEmbed(at, element);
    element.insert(
      0,
      node.children.map(() => new Y.XmlElement("tableRow")),
    );
  });
  writer.tracked(() => setAttributeOf(element, REMOVED, null));
  for (const [index, row] of (element.toArray() as Y.XmlElement[]).entries()) {
    fillNewRow(
      writer,
      row,
      columns,
      shown.filter((cell) => cell.row === index),
    );
  }
}

/** Empties a table of what is shown in it and marks it. */
export function removeTable(writer: Writer, { table, rows }: BoundTable): void {
  takeAway(writer, table.element, elementsOf(rows.flat()));
}

/** Empties what of a table, a row or a cell is shown, and marks the whole of it. */
function takeAway(writer: Writer, whole: Y.XmlElement, shown: readonly Y.XmlElement[]): void {
  const pending: unknown[] = [...shown];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node instanceof Y.XmlText) writer.tracked(() => node.delete(0, node.length));
    else if (node instanceof Y.XmlElement) pending.push(...node.toArray());
  }
  writer.tracked(() => setAttributeOf(whole, REMOVED, true));
}

function elementsOf(cells: readonly BoundCell[]): Y.XmlElement[] {
  return cells.flatMap(({ cell }) => cell.elements);
}

/** Cells of earlier editors get the name they have by their place, the same whoever gives it. */
function nameColumns(writer: Writer, { table }: BoundTable): void {
  writer.prepare(() => {
    for (const [cell, id] of columnIds(table.element, NOTES_TABLE_BOUNDS.columnsMax)) {
      if (cell.getAttribute(COLUMN) === undefined) setAttributeOf(cell, COLUMN, id);
    }
  });
}

function shownCells(table: Node): ShownCell[] {
  const map = TableMap.get(table);
  const cells: ShownCell[] = [];
  const seen = new Set<number>();
  for (const [index, position] of map.map.entries()) {
    if (seen.has(position)) continue;
    seen.add(position);
    const node = table.nodeAt(position);
    if (node !== null) cells.push({ row: Math.floor(index / map.width), column: index % map.width, node });
  }
  return cells;
}

/** Ids of the columns that are shown, new ones for those that are new. */
function shownColumns(table: Node, cells: readonly ShownCell[]): string[] {
  const ids: string[] = [];
  for (let column = 0; column < TableMap.get(table).width; column += 1) {
    const named = cells.find(
      ({ column: at, node }) =>
        at === column && typeof node.attrs.column === "string" && !ids.includes(node.attrs.column),
    );
    ids.push((named?.node.attrs.column as string | undefined) ?? newId());
  }
  return ids;
}

/** The element of every row that is shown; new ones behind the row before them. */
function addRows(
  table: Y.XmlElement,
  sources: readonly unknown[],
  known: readonly Y.XmlElement[],
): Y.XmlElement[] {
  const bySource = new Map(known.map((row) => [sourceOf(row), row]));
  const elements: Y.XmlElement[] = [];
  let before: Y.XmlElement | null = null;
  for (const source of sources) {
    const own: Y.XmlElement | undefined = typeof source === "string" ? bySource.get(source) : undefined;
    const row = own ?? new Y.XmlElement("tableRow");
    if (own === undefined) {
      dropOldestIfFull(table, NOTES_TABLE_LIMITS.rowsMax);
      const at = before === null ? firstShown(table, known) : table.toArray().indexOf(before) + 1;
      setAttributeOf(row, REMOVED, true);
      table.insert(at, [row]);
    }
    bySource.delete(String(source));
    elements.push(row);
    before = row;
  }
  return elements;
}

function firstShown(table: Y.XmlElement, known: readonly Y.XmlElement[]): number {
  const first = known[0];
  return first === undefined ? 0 : Math.max(0, table.toArray().indexOf(first));
}

/** Where there are as many rows, or cells in a row, as there may be, one that was taken away makes room. */
function dropOldestIfFull(parent: Y.XmlElement, max: number): void {
  if (parent.length < max) return;
  const index = parent.toArray().findIndex((child) => child instanceof Y.XmlElement && isTakenAway(child));
  if (index !== -1) parent.delete(index, 1);
}

function fillNewRow(
  writer: Writer,
  row: Y.XmlElement,
  columns: readonly string[],
  cells: readonly ShownCell[],
): void {
  const made = writer.prepare(() =>
    cells.map((cell) => {
      const element = newCell(cell, columns);
      row.insert(row.length, [element]);
      return element;
    }),
  );
  if (row.getAttribute(REMOVED) !== undefined) writer.tracked(() => setAttributeOf(row, REMOVED, null));
  for (const [index, cell] of cells.entries()) {
    const element = made[index];
    if (element !== undefined) writeNewCell(writer, element, cell);
  }
}

/** With a text in it from the beginning: whoever writes there first need not make one, at the same time as another. */
function newCell({ node, column }: ShownCell, columns: readonly string[]): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  setAttributeOf(element, COLUMN, columns[column] ?? null);
  for (const name of ["colspan", "rowspan"] as const) {
    if (node.attrs[name] > 1) setAttributeOf(element, name, node.attrs[name]);
  }
  element.insert(0, [paragraph()]);
  return element;
}

function writeNewCell(writer: Writer, element: Y.XmlElement, { node }: ShownCell): void {
  const carrier = element.get(0) as Y.XmlElement;
  const flow: BoundFlow = {
    containers: [element],
    blocks: [
      {
        kind: "line",
        line: { kind: "line", style: PLAIN_LINE, pieces: [], end: { by: "carrier", carrier } },
        node: node.type.schema.node("line", { ...PLAIN_LINE }),
      },
    ],
  };
  writeFlow(writer, flow, node.children);
}

function writeRow(
  writer: Writer,
  bound: BoundTable,
  row: Y.XmlElement,
  { columns, cells }: { columns: readonly string[]; cells: readonly ShownCell[] },
): void {
  const rowIndex = bound.grid.rows.indexOf(row);
  const known = new Map(
    (bound.rows[rowIndex] ?? []).map((cell) => [bound.grid.columns[cell.cell.column], cell]),
  );
  for (const cell of cells) {
    const id = columns[cell.column] ?? "";
    const own = known.get(id);
    if (own === undefined || own.cell.elements.length === 0) {
      const isNewColumn = !bound.grid.columns.includes(id);
      if (isNewColumn || !isBlank(cell.node)) {
        addCell(writer, bound.table.element, row, { columns, cell, isNewColumn });
      }
    } else writeCell(writer, own, cell);
  }
}

function isBlank(cell: Node): boolean {
  return cell.childCount === 1 && cell.firstChild?.content.size === 0;
}

/** Adds a cell to a row that is there, behind its nearest neighbour on the left. */
function addCell(
  writer: Writer,
  table: Y.XmlElement,
  row: Y.XmlElement,
  { columns, cell, isNewColumn }: { columns: readonly string[]; cell: ShownCell; isNewColumn: boolean },
): void {
  const element = writer.prepare(() => {
    const made = newCell(cell, columns);
    if (isNewColumn) setAttributeOf(made, REMOVED, true);
    dropOldestIfFull(row, NOTES_TABLE_LIMITS.columnsMax);
    const ids = columnIds(table, NOTES_TABLE_BOUNDS.columnsMax);
    let at = 0;
    for (let left = cell.column - 1; left >= 0 && at === 0; left -= 1) {
      const neighbour = cellElements(row).findLast((known) => ids.get(known) === columns[left]);
      if (neighbour !== undefined) at = row.toArray().indexOf(neighbour) + 1;
    }
    row.insert(at, [made]);
    return made;
  });
  if (isNewColumn) writer.tracked(() => setAttributeOf(element, REMOVED, null));
  writeNewCell(writer, element, cell);
}

function writeCell(writer: Writer, { cell, flow }: BoundCell, { node }: ShownCell): void {
  const [element] = cell.elements;
  const spans = [
    ["colspan", cell.columnSpan],
    ["rowspan", cell.rowSpan],
  ] as const;
  for (const [name, before] of spans) {
    const now: unknown = node.attrs[name];
    if (element !== undefined && now !== before) writer.tracked(() => setAttributeOf(element, name, now));
  }
  writeFlow(writer, flow, node.children);
}
