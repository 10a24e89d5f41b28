import { RADICALS } from "../../messages/radicals.ts";

const MEANT: ReadonlyMap<string, string> = new Map(
  Array.from(RADICALS.matchAll(/(.)(.)/gu), ([, radical = "", character = ""]) => [radical, character]),
);
const LOOK_ALIKE = /[\u2E80-\u2EFF\u2F00-\u2FD5]/gu;

/**
 * Characters that show nothing, or nothing of their own, and make equal words differ: zero-width spaces, direction marks,
 * soft hyphens, variation selectors, fillers.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/** A text as it was meant: without what cannot be seen, and radicals as the characters they look like. */
export function withoutLookAlikes(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(LOOK_ALIKE, (radical) => MEANT.get(radical) ?? radical.normalize("NFKC"));
}

/** The dots of 买买提·艾力 as keyboards, fonts and offices write them, the full stop among them. */
const DOT =
  "[.\\u00B7\\u0387\\u02D9\\u1427\\u16EB\\u2022\\u2024\\u2027\\u2218\\u2219\\u22C5\\u25CF\\u25E6\\u2E31\\u2E33\\u30FB\\u318D\\uA78F\\uFE52\\uFF0E\\uFF61\\uFF65]";
const DOTS = new RegExp(DOT, "gu");
const NAME_DOTS = new RegExp(`(?<=\\p{Script=Han})${DOT}(?=\\p{Script=Han})`, "gu");

/** A name as names are compared and searched for: no dot parts its letters. */
export function withoutDots(name: string): string {
  return name.replace(DOTS, "");
}

/** A text in which the names have no dots; those of numbers and sentences stay. */
export function withoutNameDots(text: string): string {
  return text.replace(NAME_DOTS, "");
}
