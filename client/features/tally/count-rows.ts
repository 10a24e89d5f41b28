import type { Counts } from "../../../shared/domain/tally/records.ts";

/** How many questions something has, and how many of them are answered. */
export interface CountRow extends Pick<Counts, "public" | "answered"> {
  readonly name: string;
  /** What several have together; beside theirs its bar would say nothing. */
  readonly isSum?: boolean;
}

export interface UnitRows {
  readonly rows: readonly CountRow[];
  /** What the units that found no row have together; null where each has its own. */
  readonly rest: { readonly units: number; readonly counts: Pick<Counts, "public" | "answered"> } | null;
}

/** The units that have something public, as in `order`; those no longer on the roster after them, by name. */
export function unitRows(
  byUnit: Readonly<Record<string, Counts>>,
  order: readonly string[],
  rowsMax: number,
): UnitRows {
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const all = Object.entries(byUnit)
    .filter(([, counts]) => counts.public > 0)
    .map(([name, { public: count, answered }]) => ({ name, public: count, answered }))
    .sort(
      (one, other) => placeOf(one.name) - placeOf(other.name) || one.name.localeCompare(other.name, "zh-CN"),
    );
  if (all.length <= rowsMax) return { rows: all, rest: null };
  // The last row is theirs who have none.
  const left = all.slice(rowsMax - 1);
  const sum = (count: (row: CountRow) => number) => left.reduce((total, row) => total + count(row), 0);
  return {
    rows: all.slice(0, rowsMax - 1),
    rest: {
      units: left.length,
      counts: { public: sum((row) => row.public), answered: sum((row) => row.answered) },
    },
  };
}
