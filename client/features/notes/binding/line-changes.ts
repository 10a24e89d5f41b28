import { diffChars } from "diff";
import type { SharedToken, ShownToken } from "./tokens.ts";

/** Beyond so many single changes a comparison costs more than it is worth. */
const EDITS_MAX = 3000;

/** What has to happen to the shared tokens so that they become the shown ones, from the first to the last. */
export type LineChange =
  | { readonly kind: "keep"; readonly shared: readonly SharedToken[]; readonly shown: readonly ShownToken[] }
  | { readonly kind: "remove"; readonly shared: readonly SharedToken[] }
  /** Between `shared[at - 1]` and `shared[at]`. */
  | { readonly kind: "add"; readonly at: number; readonly shown: readonly ShownToken[] };

/**
 * The least that turns one row of tokens into the other. Characters that stay are never removed and put in again: somebody
 * else may be writing between them. The end of the last line always stays the end of the last line.
 */
export function lineChanges(shared: readonly SharedToken[], shown: readonly ShownToken[]): LineChange[] {
  const lastStays = shared.at(-1)?.kind === "end" && shown.at(-1)?.kind === "end";
  const sharedCount = shared.length - (lastStays ? 1 : 0);
  const shownCount = shown.length - (lastStays ? 1 : 0);
  const changes: LineChange[] = [];
  let from = 0;
  let to = 0;
  for (const { value, added, removed } of compared(
    charsOf(shared, sharedCount),
    charsOf(shown, shownCount),
  )) {
    const { length } = value;
    if (removed) changes.push({ kind: "remove", shared: shared.slice(from, from + length) });
    else if (added) changes.push({ kind: "add", at: from, shown: shown.slice(to, to + length) });
    else {
      changes.push({
        kind: "keep",
        shared: shared.slice(from, from + length),
        shown: shown.slice(to, to + length),
      });
    }
    if (!added) from += length;
    if (!removed) to += length;
  }
  if (lastStays)
    changes.push({ kind: "keep", shared: shared.slice(sharedCount), shown: shown.slice(shownCount) });
  return changes;
}

interface Compared {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

/** Never parts the halves of a character. What differs almost throughout is replaced but for its beginning and end. */
function compared(before: string, after: string): readonly Compared[] {
  const found = diffChars(before, after, { maxEditLength: EDITS_MAX });
  if (found !== undefined) return found;
  const max = Math.min(before.length, after.length);
  let start = 0;
  while (start < max && before[start] === after[start]) start += 1;
  if (isHighSurrogate(before, start - 1)) start -= 1;
  let end = 0;
  while (end < max - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end -= 1;
  const same = { added: false, removed: false };
  return [
    { ...same, value: before.slice(0, start) },
    { value: before.slice(start, before.length - end), added: false, removed: true },
    { value: after.slice(start, after.length - end), added: true, removed: false },
    { ...same, value: before.slice(before.length - end) },
  ];
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function charsOf(tokens: readonly (SharedToken | ShownToken)[], count: number): string {
  let chars = "";
  for (let index = 0; index < count; index += 1) chars += tokens[index]?.char;
  return chars;
}
