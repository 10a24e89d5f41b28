import { ReadingRefusal } from "./reading-refusal.ts";
import { type CellRange, GridBuilder, parseCellName, type SheetGrid } from "./sheet-grid.ts";
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
): Promise<SheetGrid> {
  const grid = new GridBuilder(name);
  const merges: CellRange[] = [];
  let row = { number: 0, hidden: false, cells: new Map<number, string>() };
  let cell = { column: 0, type: "n", value: "" };
  await readXml(chunks, {
    open(path, attributes) {
      if (path === ROW) {
        const given = Number(attributes.r);
        const number = Number.isInteger(given) ? given : row.number + 1;
        row = { number, hidden: isTrue(attributes.hidden), cells: new Map() };
        cell = { column: 0, type: "n", value: "" };
      } else if (path === CELL) {
        const column = parseCellName(attributes.r ?? "")?.column ?? cell.column + 1;
        cell = { column, type: attributes.t ?? "n", value: "" };
      } else if (path === MERGE) {
        const range = parseRange(attributes.ref ?? "");
        if (range !== null) merges.push(range);
        if (merges.length > MERGES_MAX) {
          throw new ReadingRefusal("roster_too_large", { sheet: name, mergesMax: MERGES_MAX });
        }
      }
    },
    text(path, text) {
      if (path === VALUE || INLINE_TEXTS.has(path)) cell.value += text;
    },
    close(path) {
      if (path === CELL) {
        const text = cellText(cell.type, cell.value, strings);
        if (text !== "") row.cells.set(cell.column - 1, text);
      } else if (path === ROW) {
        grid.addRow(row.number, row.cells, row.hidden);
      }
    },
  });
  return grid.finish(false, merges);
}

function cellText(type: string, value: string, strings: readonly string[]): string {
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
