import { BLANK_WORDS } from "../../messages/roster-vocabulary.ts";
import { withoutDots, withoutLookAlikes } from "../people/look-alikes.ts";

/** Letters and digits of the full-width block; full-width punctuation is Chinese typography and stays. */
const FULL_WIDTH_ALPHANUMERIC = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;
const BESIDE_HAN = /(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}\p{P}])/gu;
const BESIDE_PUNCTUATION = /(?<=[、，；,;])\s+|\s+(?=[、，；,;])/gu;
const SPACED_OUT = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;
/** Common characters and small letters need none of what follows: nearly every cell, and large rosters have many. */
const PLAIN = /^[\u4E00-\u9FFFa-z0-9]*$/;

/** A cell as it is stored: composed, without look-alikes, on one line, without spaces at its ends. */
export function tidyCell(text: string): string {
  if (PLAIN.test(text)) return text;
  return withoutLookAlikes(text.normalize("NFC"))
    .replace(FULL_WIDTH_ALPHANUMERIC, (character) =>
      String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
    )
    .replace(/\s+/gu, " ")
    .trim();
}

/** A name or unit: Chinese characters are not parted by spaces or line breaks (张　三 → 张三). */
export function tidyName(text: string): string {
  return tidyCell(text).replace(BESIDE_HAN, "");
}

/** A post: as a name when every character stands alone (局 长), else a space may part two posts and stays. */
export function tidyPost(text: string): string {
  const tidy = tidyCell(text).replace(BESIDE_PUNCTUATION, "");
  return SPACED_OUT.test(tidy) ? tidyName(tidy) : tidy;
}

/** What makes two spellings of one word the same: no spaces, no look-alikes, no difference of width or case. */
export function wordKey(text: string): string {
  if (PLAIN.test(text)) return text;
  return withoutLookAlikes(text.normalize("NFKC")).replace(/\s+/gu, "").toLowerCase();
}

/** What makes two spellings of one name, of a person or a unit, the same: as of a word, and dots play no part. */
export function nameKey(text: string): string {
  const key = wordKey(text);
  // Of dots alone nothing would be left.
  return withoutDots(key) || key;
}

const BLANK: ReadonlySet<string> = new Set(["", ...BLANK_WORDS]);

/** Whether a cell says nothing: empty, or 无, -, / and the like. */
export function isBlankWord(text: string): boolean {
  return BLANK.has(wordKey(text));
}
