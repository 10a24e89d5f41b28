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
  readonly rest: { readonly units: number; readonly counts: Sums } | null;
  /** What the counties ask each other, together; null where they do not. */
  readonly peers: Sums | null;
}

type Sums = Pick<Counts, "public" | "answered">;

interface Units {
  readonly order: readonly string[];
  /** Those of the counties, which have a row together. */
  readonly peers: ReadonlySet<string>;
}

/**
 * The units that have something public, as in `order`; those no longer on the roster after them, by name. At most `rowsMax`
 * rows, what stands for several included.
 */
export function unitRows(
  byUnit: Readonly<Record<string, Counts>>,
  { order, peers }: Units,
  rowsMax: number,
): UnitRows {
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const some = Object.entries(byUnit)
    .filter(([, counts]) => counts.public > 0)
    .map(([name, { public: count, answered }]) => ({ name, public: count, answered }));
  const ofPeers = some.filter(({ name }) => peers.has(name));
  const all = some
    .filter(({ name }) => !peers.has(name))
    .sort(
      (one, other) => placeOf(one.name) - placeOf(other.name) || one.name.localeCompare(other.name, "zh-CN"),
    );
  const together = ofPeers.length === 0 ? null : sumOf(ofPeers);
  const own = together === null ? rowsMax : rowsMax - 1;
  if (all.length <= own) return { rows: all, rest: null, peers: together };
  // The last row is theirs who have none.
  const left = all.slice(own - 1);
  return { rows: all.slice(0, own - 1), rest: { units: left.length, counts: sumOf(left) }, peers: together };
}

function sumOf(rows: readonly CountRow[]): Sums {
  const sum = (count: (row: CountRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  return { public: sum((row) => row.public), answered: sum((row) => row.answered) };
}
