import type { Calendar } from "../../shared/domain/ledger/day.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ReadingRefusal } from "./reading-refusal.ts";

/** A rectangle of cells; rows and columns from 1, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A row that holds something; `cells[0]` is column 1, blank cells are empty strings. */
export interface GridRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly string[];
}

/** The cells of one sheet as the file has them. */
export interface SheetGrid {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  readonly hidden: boolean;
  /** In ascending order, without rows that are blank. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly CellRange[];
  /** From which year its numbers count days. */
  readonly calendar: Calendar;
}

/** As much as a cell of a spreadsheet can hold; only text of another origin is cut. */
const CELL_MAX_CHARS = 32_767;

/**
 * Takes in the cells of a sheet, row by row. Blank cells and rows cost nothing, wherever they stand; past the limit
 * rows are only counted, so that the refusal can say how many there are.
 */
export class GridBuilder {
  readonly #sheet: string | null;
  readonly #calendar: Calendar;
  readonly #rows: GridRow[] = [];
  #rowCount = 0;

  constructor(sheet: string | null, calendar: Calendar = 1900) {
    this.#sheet = sheet;
    this.#calendar = calendar;
  }

  /** Adds a row; `cells` holds texts by column from 0. A text beyond the last readable column refuses the file. */
  addRow(row: number, cells: ReadonlyMap<number, string> | readonly string[], hidden = false): void {
    const texts: string[] = [];
    for (const [column, given] of cells.entries()) {
      const text = unforced(given);
      if (text.trim() === "") continue;
      if (column >= LIMITS.rosterColumnsMax) {
        throw new ReadingRefusal("too_large", {
          ...this.#place(),
          row,
          column: columnName(column + 1),
          columnsMax: LIMITS.rosterColumnsMax,
        });
      }
      texts[column] = text.slice(0, CELL_MAX_CHARS);
    }
    if (texts.length === 0) return;
    this.#rowCount += 1;
    if (this.#rowCount > LIMITS.rosterRowsMax) return;
    this.#rows.push({ row, hidden, cells: Array.from(texts, (text) => text ?? "") });
  }

  /** The sheet; refuses one of too many rows, naming their number. */
  finish(hidden: boolean, merges: readonly CellRange[]): SheetGrid {
    if (this.#rowCount > LIMITS.rosterRowsMax) {
      throw new ReadingRefusal("too_large", {
        ...this.#place(),
        rows: this.#rowCount,
        rowsMax: LIMITS.rosterRowsMax,
      });
    }
    const rows = this.#rows.sort((a, b) => a.row - b.row);
    return { sheet: this.#sheet, hidden, rows, merges, calendar: this.#calendar };
  }

  #place(): { sheet?: string } {
    return this.#sheet === null ? {} : { sheet: this.#sheet };
  }
}

/** `="01"` and `'01` → `01`: how a value is kept from being taken for a number, a date or a formula. */
function unforced(text: string): string {
  const quoted = /^\s*=\s*"((?:[^"]|"")*)"\s*$/u.exec(text)?.[1];
  return quoted === undefined
    ? text.replace(/^'(?=[\d=+\-@\t\r＝＋－＠])/u, "")
    : quoted.replaceAll('""', '"');
}

const LETTERS = 26;
const CODE_BEFORE_A = 64;

/** `1` → `A`, `28` → `AB`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    name = String.fromCharCode(CODE_BEFORE_A + 1 + ((rest - 1) % LETTERS)) + name;
  }
  return name;
}

/** `AB7`, `ab7` → row 7, column 28; null for what is no cell of a sheet. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name.trim().toUpperCase());
  if (match?.[1] === undefined) return null;
  let column = 0;
  for (const letter of match[1]) column = column * LETTERS + letter.charCodeAt(0) - CODE_BEFORE_A;
  return { row: Number(match[2]), column };
}
