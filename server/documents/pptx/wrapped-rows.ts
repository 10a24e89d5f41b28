import { clustersOf } from "../clusters.ts";

/** Programs differ by so much in how wide they set the same letters. */
const SURE_SHARE = 0.96;

/** More rows than any page has room for; how many more there are is nobody's concern. */
const ROWS_MAX = 100;
/** What is longer is read by its beginning first. */
const LONG_CHARS = 10_000;

/**
 * Where the rows of a text begin, in UTF-16 units, in a line of `capacity` full widths: at most so much stands in a row in any
 * program that shows it. Always one row at least; of a long text the first hundred or so.
 */
export function wrappedRows(text: string, capacity: number): number[] {
  if (text.length <= LONG_CHARS) return allRows(text, capacity);
  const first = allRows(text.slice(0, LONG_CHARS), capacity).slice(0, -1);
  return first.length > ROWS_MAX ? first : allRows(text, capacity);
}

function allRows(text: string, capacity: number): number[] {
  const free = Math.max(1, capacity * SURE_SHARE - 0.5);
  const starts = [0];
  let width = 0;
  /** The last place where the row may end, and how much stands after it. */
  let place: { readonly at: number; width: number } | null = null;
  let at = 0;
  let before = "";
  for (const cluster of clustersOf(text)) {
    if (cluster === "\n") {
      starts.push(at + 1);
      width = 0;
      place = null;
    } else {
      const own = widthOf(cluster);
      if (before !== "" && before !== "\n" && mayEndBetween(before, cluster)) place = { at, width: 0 };
      if (width + own > free && width > 0 && !/^\s/u.test(cluster)) {
        const start = place ?? { at, width: 0 };
        starts.push(start.at);
        width = start.width;
        place = null;
      }
      width += own;
      if (place !== null) place.width += own;
    }
    at += cluster.length;
    before = cluster;
  }
  return starts;
}

function mayEndBetween(before: string, after: string): boolean {
  return /\s$/u.test(before) || isWide(before) || isWide(after);
}

const WIDE =
  /[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFFEF\u{17000}-\u{3FFFF}—…“”‘’●·]/u;

function isWide(cluster: string): boolean {
  return WIDE.test(cluster);
}

/** In full widths, at most. */
function widthOf(cluster: string): number {
  if (isWide(cluster)) return 1;
  if (/^[\p{M}\p{Cf}]+$/u.test(cluster)) return 0;
  if (/^[a-z0-9\s.,:;!'"()[\]{}|/\\-]/u.test(cluster)) return /^[mw]/u.test(cluster) ? 0.85 : 0.6;
  return 1;
}
