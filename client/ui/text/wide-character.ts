const WIDE = /[\u1100-\u115f\u2e80-\uffdc\u{1f300}-\u{3ffff}]/u;

/** Whether a character takes the width of a Chinese one, twice that of a Latin letter. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}
