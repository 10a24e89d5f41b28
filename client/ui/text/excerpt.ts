import { isWide } from "./wide-character.ts";

/** A dozen Chinese characters, or twice as many Latin ones, unless told: enough to know which one is meant. */
const COLUMNS_MAX = 24;
/** No pause stands before the dots. */
const PAUSES_AT_END = /[\s，、；：,;:]+$/u;

/** The beginning of a text, in one line, to name it by. */
export function excerpt(text: string, columnsMax = COLUMNS_MAX): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  let columns = 0;
  for (const [index, character] of characters.entries()) {
    columns += isWide(character) ? 2 : 1;
    if (columns > columnsMax) {
      return `${characters.slice(0, index).join("").replace(PAUSES_AT_END, "")}…`;
    }
  }
  return characters.join("");
}
