import type { RosterRow } from "./row.ts";
import { isBlankWord, wordKey } from "./text.ts";

const ORDER_MAX = 1_000_000;

/** The number in an order cell: `7`, `07`, `7.`, `第7号`, `⑦`; null for blank and for anything else. */
function readOrder(cell: string | undefined): number | null {
  const digits = /^(?:第|no\.?)?(\d{1,7})[.、号位]?$/u.exec(wordKey(cell ?? ""))?.[1];
  return digits === undefined || Number(digits) > ORDER_MAX ? null : Number(digits);
}

/** Whether an order cell holds something that is no number. */
export function isOrderIgnored(cell: string | undefined): boolean {
  return cell !== undefined && !isBlankWord(cell) && readOrder(cell) === null;
}

/**
 * The 排序号 of every row, or null when the source numbers nobody. Numbers stand as given; a row without one stands
 * with the row before. Where a number returns in another part, as when every sheet counts from 1, it says no order
 * over the whole: then people are numbered through, part after part.
 */
export function ordersOf(rows: readonly RosterRow[]): readonly number[] | null {
  let previous = { part: -1, order: 0 };
  let numbered = false;
  const given = rows.map((row) => {
    const order = readOrder(row.cells.order);
    numbered ||= order !== null;
    previous = { part: row.part, order: order ?? (previous.part === row.part ? previous.order : 0) };
    return previous.order;
  });
  if (!numbered) return null;
  return restarts(rows, given) ? numberedThrough(rows, given) : given;
}

function restarts(rows: readonly RosterRow[], orders: readonly number[]): boolean {
  const partOfOrder = new Map<number, number>();
  return rows.some((row, index) => {
    const order = orders[index] ?? 0;
    const part = partOfOrder.get(order) ?? row.part;
    partOfOrder.set(order, part);
    return part !== row.part;
  });
}

function numberedThrough(rows: readonly RosterRow[], orders: readonly number[]): number[] {
  const sorted = rows.map((row, index) => ({ part: row.part, order: orders[index] ?? 0, index }));
  sorted.sort((a, b) => a.part - b.part || a.order - b.order || a.index - b.index);
  const through: number[] = [];
  sorted.forEach(({ index }, rank) => {
    through[index] = rank + 1;
  });
  return through;
}
