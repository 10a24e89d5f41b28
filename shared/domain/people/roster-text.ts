import { BLANK_WORDS } from "../../messages/roster-vocabulary.ts";

/** Characters that show nothing and make equal words differ: zero-width spaces, direction marks, soft hyphens. */
const INVISIBLE = /\p{Cf}/gu;
/** Letters and digits of the full-width block; full-width punctuation is Chinese typography and stays. */
const FULL_WIDTH_ALPHANUMERIC = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;
const BESIDE_HAN = /(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}\p{P}])/gu;
const BESIDE_PUNCTUATION = /(?<=[、，；,;])\s+|\s+(?=[、，；,;])/gu;
const SPACED_OUT = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;
/** The dots of 买买提·艾力 as different keyboards write them. */
const MIDDLE_DOTS = /[\u2022\u2027\u30FB\u2219\u22C5]/gu;

/** Common characters and small letters need none of what follows: nearly every cell, and large rosters have many. */
const PLAIN = /^[\u4E00-\u9FFFa-z0-9]*$/;

/** A cell as it is stored: composed, without invisible characters, on one line, without spaces at its ends. */
export function tidyCell(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
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

/** What makes two spellings of one word the same: no spaces, no difference of width, case or middle dot. */
export function wordKey(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\s+/gu, "")
    .replace(MIDDLE_DOTS, "·")
    .toLowerCase();
}

const BLANK: ReadonlySet<string> = new Set(["", ...BLANK_WORDS]);

/** Whether a cell says nothing: empty, or 无, -, / and the like. */
export function isBlankWord(text: string): boolean {
  return BLANK.has(wordKey(text));
}
