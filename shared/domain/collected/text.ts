import { LIST_NUMBER } from "../../messages/list-vocabulary.ts";
import { wordKey } from "../roster/text.ts";
import { tidyLines } from "../tidy-lines.ts";

/** As much of a cell as is told back, and so as decisions name it by. */
const WRITTEN_MAX_CHARS = 100;

/** What is written in a cell, cut. */
export function writtenText(cell: string): string {
  return cell.slice(0, WRITTEN_MAX_CHARS);
}

/** A question as it is stored: composed, its lines kept, without blanks at the ends of lines and without more than one empty line. */
export function tidyQuestion(text: string): string {
  return tidyLines(text).replace(/\n{3,}/gu, "\n\n");
}

/** Begun only where it begins: within a long run of stops it would be tried from each of them. */
const STOPS_AT_END = /(?<![。.？?！!；;])[。.？?！!；;]+$/u;

/** What makes two spellings of one question the same: blanks, width, case and the stop at its end play no part. */
export function questionKey(text: string): string {
  return wordKey(text).replace(STOPS_AT_END, "");
}

/**
 * The texts of a column without the numbers before them, where every one has such a number: then it is the list's and not
 * the question's. Where a text goes on with a further number, the number is its own.
 */
export function withoutNumbers(texts: readonly string[]): readonly string[] {
  const filled = texts.filter((text) => text.trim() !== "");
  const areNumbered = filled.length > 1 && filled.every((text) => afterNumber(text) !== null);
  const areLists = filled.some((text) =>
    text
      .split(/[\r\n]+/u)
      .slice(1)
      .some(isNumbered),
  );
  if (!areNumbered || areLists) return texts;
  return texts.map((text) => afterNumber(text) ?? text);
}

function isNumbered(line: string): boolean {
  return afterNumber(line) !== null;
}

/** What follows a number; null without one, and for 1.5 and a number by itself. */
function afterNumber(text: string): string | null {
  const line = text.trimStart();
  const number = LIST_NUMBER.exec(line)?.[0];
  if (number === undefined) return null;
  const rest = line.slice(number.length);
  return /^\d/u.test(rest) || rest.trim() === "" ? null : rest.trimStart();
}
