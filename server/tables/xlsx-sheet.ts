import type { Calendar } from "../../shared/domain/ledger/day.ts";
import { ReadingRefusal } from "./reading-refusal.ts";
import { type CellRange, columnName, GridBuilder, parseCellName, type SheetGrid } from "./sheet-grid.ts";
import { unescapeText } from "./xlsx-strings.ts";
import { readXml } from "./xml-reader.ts";

const ROW = "worksheet/sheetData/row";
const CELL = `${ROW}/c`;
const VALUE = `${CELL}/v`;
const INLINE_TEXTS: ReadonlySet<string> = new Set([`${CELL}/is/t`, `${CELL}/is/r/t`]);
const MERGE = "worksheet/mergeCells/mergeCell";
const MERGES_MAX = 25_000;

/** Reads the cells of one sheet: cached results of formulas, numbers as they are stored, dates as day numbers. */
export async function readSheet(
  name: string,
  chunks: AsyncIterable<Buffer>,
  strings: readonly string[],
  calendar: Calendar,
): Promise<SheetGrid> {
  const grid = new GridBuilder(name, calendar);
  const merges: CellRange[] = [];
  let row = { number: 0, hidden: false, cells: new Map<number, string>() };
  let cell = blankCell(0, "n");
  /** Where cells cannot be told apart by their places, whatever is read may be another's. */
  const unplaced = (column: string) =>
    new ReadingRefusal("unreadable", { format: "cells", sheet: name, row: row.number, column });
  try {
    await readXml(chunks, {
      open(path, attributes) {
        if (path === ROW) {
          const number = /^\s*[1-9]\d*\s*$/.test(attributes.r ?? "") ? Number(attributes.r) : row.number + 1;
          row = { number, hidden: isTrue(attributes.hidden), cells: new Map() };
          cell = blankCell(0, "n");
        } else if (path === CELL) {
          const named = attributes.r?.trim() ?? "";
          const column = named === "" ? cell.column + 1 : parseCellName(named)?.column;
          if (column === undefined) throw unplaced(named);
          cell = blankCell(column, attributes.t ?? "n");
        } else if (path === MERGE) {
          const range = parseRange(attributes.ref ?? "");
          if (range !== null) merges.push(range);
          if (merges.length > MERGES_MAX) {
            throw new ReadingRefusal("too_large", { sheet: name, mergesMax: MERGES_MAX });
          }
        }
      },
      text(path, text) {
        if (path === VALUE) cell.value += text;
        else if (INLINE_TEXTS.has(path)) cell.inline += text;
      },
      close(path) {
        if (path === CELL) {
          const text = cellText(cell, strings);
          if (text === "") return;
          const before = row.cells.get(cell.column - 1);
          if (before !== undefined && before !== text) throw unplaced(columnName(cell.column));
          row.cells.set(cell.column - 1, text);
        } else if (path === ROW) {
          grid.addRow(row.number, row.cells, row.hidden);
        }
      },
    });
  } catch (error) {
    if (error instanceof ReadingRefusal) throw error;
    throw new ReadingRefusal("unreadable", { format: "xml", sheet: name, row: row.number });
  }
  return grid.finish(false, merges);
}

interface Cell {
  /** From 1. */
  readonly column: number;
  readonly type: string;
  value: string;
  /** Text that stands in the cell itself. */
  inline: string;
}

function blankCell(column: number, type: string): Cell {
  return { column, type, value: "", inline: "" };
}

/** A cell that has both a value and a text of its own is what its type says. */
function cellText({ type, value, inline }: Cell, strings: readonly string[]): string {
  if (inline !== "" && (type === "inlineStr" || value === "")) return unescapeText(inline);
  switch (type) {
    case "s":
      return strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "n":
      return plainNumber(value);
    default:
      return unescapeText(value);
  }
}

/** `1.0`, `1E+2` and `64` as people read them. */
function plainNumber(value: string): string {
  const text = value.trim();
  if (text === "" || /^-?\d{1,30}$/.test(text)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : text;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

function parseRange(ref: string): CellRange | null {
  const [from, to] = ref.split(":").map(parseCellName);
  if (from === undefined || from === null || to === undefined || to === null) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
