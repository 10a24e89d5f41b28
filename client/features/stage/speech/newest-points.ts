/** As many lines of points as there is room for under the clock, and the letters that a line holds at the least: the longest point fits. */
const LINES_MAX = 7;
const LINE_CHARS = 44;

/** Of what was noted so far the newest that fit whole, in their order; the others come once the speech was heard. */
export function newestThatFit<P extends { readonly text: string }>(points: readonly P[]): readonly P[] {
  let lines = 0;
  let first = points.length;
  while (first > 0) {
    lines += Math.ceil((points[first - 1]?.text.length ?? 0) / LINE_CHARS);
    if (lines > LINES_MAX) break;
    first -= 1;
  }
  return points.slice(first);
}
