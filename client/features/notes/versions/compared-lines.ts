import type { ComparedLine } from "../../../../shared/protocol/notes-versions.ts";

/** More unchanged lines in a row are told by their number, but for one at each end. */
const SAME_SHOWN_MAX = 4;

/** A line to show, or a stretch of unchanged ones that is not. */
export type ShownLine =
  | { readonly kind: "line"; readonly key: number; readonly line: ComparedLine }
  | { readonly kind: "folded"; readonly key: number; readonly lines: readonly ComparedLine[] };

/** The lines of a version against now, with what did not change folded. */
export function foldSame(lines: readonly ComparedLine[]): ShownLine[] {
  const shown: ShownLine[] = [];
  let start = 0;
  while (start < lines.length) {
    let end = start;
    while (lines[end]?.change === "same") end += 1;
    const fold = end - start > SAME_SHOWN_MAX;
    const folded = fold ? lines.slice(start + 1, end - 1) : [];
    for (let at = start; at < Math.max(end, start + 1); at++) {
      const line = lines[at];
      if (fold && at === start + 1) shown.push({ kind: "folded", key: at, lines: folded });
      if (line !== undefined && (!fold || at === start || at === end - 1))
        shown.push({ kind: "line", key: at, line });
    }
    start = Math.max(end, start + 1);
  }
  return shown;
}
