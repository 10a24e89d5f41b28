import {
  DUTY_BEGINNINGS,
  DUTY_SEPARATORS,
  DUTY_WORDS,
  MUNICIPAL_UNIT_BEGINNING,
  NEUTRAL_SIDES,
  PROVINCIAL_UNIT_BEGINNING,
  SIDE_ENDINGS,
  SIDE_WORDS,
} from "../../messages/roster-vocabulary.ts";
import type { RosterPerson } from "../../protocol/commands/people.ts";
import { isBlankWord, wordKey } from "./text.ts";

type Side = RosterPerson["side"];
type Duties = RosterPerson["duties"];

const DUTIES = Object.keys(DUTY_WORDS) as Duties;
const SIDE_OF_WORD = keysOfWords(SIDE_WORDS);
const DUTY_OF_WORD = keysOfWords(DUTY_WORDS);
const NEUTRAL: ReadonlySet<string> = new Set(NEUTRAL_SIDES.map(wordKey));

function keysOfWords<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
): ReadonlyMap<string, K> {
  const keys = new Map<string, K>();
  for (const key of Object.keys(words) as K[]) for (const word of words[key]) keys.set(wordKey(word), key);
  return keys;
}

/** The side a word names (县区干部, 市直部门, staff), or null. */
export function sideOfWord(text: string): Side | null {
  const key = wordKey(text);
  return SIDE_OF_WORD.get(key) ?? SIDE_OF_WORD.get(key.replace(SIDE_ENDINGS, "")) ?? null;
}

/**
 * A cell under 类别 or 身份: a side, nothing (`undefined` no such column, `null` blank or 学员), or a duty, since
 * 身份 is also where offices write 主持人 and 组长; `unknown` for any other word.
 */
export function readSide(
  cell: string | undefined,
): { side: Side | null | undefined; duties: Duties } | "unknown" {
  if (cell === undefined) return { side: undefined, duties: [] };
  if (isBlankWord(cell) || NEUTRAL.has(wordKey(cell))) return { side: null, duties: [] };
  const side = sideOfWord(cell);
  if (side !== null) return { side, duties: [] };
  const { duties, ignored } = readDuties(cell);
  return duties === undefined || duties.length === 0 || ignored ? "unknown" : { side: null, duties };
}

/** A cell of duties: those it names, in the order of the vocabulary, and whether it said something else besides. */
export function readDuties(cell: string | undefined): { duties: Duties | undefined; ignored: boolean } {
  if (cell === undefined) return { duties: undefined, ignored: false };
  const found = new Set<Duties[number]>();
  let ignored = false;
  for (const part of cell.normalize("NFKC").split(DUTY_SEPARATORS)) {
    if (isBlankWord(part)) continue;
    const duty = dutyOfWord(part);
    if (duty !== null) found.add(duty);
    else ignored = true;
  }
  return { duties: DUTIES.filter((duty) => found.has(duty)), ignored };
}

function dutyOfWord(text: string): Duties[number] | null {
  const key = wordKey(text);
  return DUTY_OF_WORD.get(key) ?? DUTY_OF_WORD.get(key.replace(DUTY_BEGINNINGS, "")) ?? null;
}

/**
 * The side of somebody of whom the roster says none: municipal when the name of the unit begins with 市, expert when it
 * begins with 省, otherwise county. The plan says so at each such row.
 */
export function inferSide(unit: string): Side {
  const key = wordKey(unit);
  if (key.startsWith(MUNICIPAL_UNIT_BEGINNING)) return "municipal";
  return key.startsWith(PROVINCIAL_UNIT_BEGINNING) ? "expert" : "county";
}
