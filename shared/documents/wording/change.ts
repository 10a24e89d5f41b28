/** `before` becomes another text where `text` stands for what is between `from` and `to`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What lies between the longest beginning and the longest end that two texts share; no character is cut in half. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  if (isWithinCharacter(before, from) || isWithinCharacter(after, from)) from -= 1;
  let shared = 0;
  while (shared < shorter - from && before[before.length - 1 - shared] === after[after.length - 1 - shared])
    shared += 1;
  if (isWithinCharacter(before, before.length - shared) || isWithinCharacter(after, after.length - shared))
    shared -= 1;
  return { from, to: before.length - shared, text: after.slice(from, after.length - shared) };
}

function isWithinCharacter(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) && /[\uD800-\uDBFF]$/.test(text.slice(0, at));
}

export function applyChange(before: string, { from, to, text }: TextChange): string {
  return before.slice(0, from) + text + before.slice(to);
}

/** What a wording makes of a place whose text has changed since. */
export interface MergedText {
  readonly text: string;
  /** Whether both changed the same words: the wording stands, unless what is built has only lost some of them. */
  readonly isContested: boolean;
}

/** `source` was worded `text` and is built as `now`: both changes where they touch different words, else one of them. */
export function mergeTexts(source: string, now: string, text: string): MergedText {
  if (now === source || now === text) return { text, isContested: false };
  if (text === source) return { text: now, isContested: false };
  const worded = changeBetween(source, text);
  const built = changeBetween(source, now);
  const [first, second] = worded.from <= built.from ? [worded, built] : [built, worded];
  if (first.to >= second.from) {
    // What may no longer be said is not said because somebody worded it; what was left out stays left out.
    const isTakenAway = built.text === "" && text !== "";
    return { text: isTakenAway ? now : text, isContested: true };
  }
  return { text: applyChange(applyChange(source, second), first), isContested: false };
}
