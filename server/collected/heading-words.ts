import type { CollectedField } from "../../shared/domain/collected/row.ts";
import { wordKey } from "../../shared/domain/roster/text.ts";
import { LIST_HEADING_PATTERNS, LIST_HEADINGS } from "../../shared/messages/collected-vocabulary.ts";
import { HEADING_PARTS } from "../../shared/messages/roster-vocabulary.ts";
import {
  type HeadingWords,
  headingKey,
  type NamedField,
  PATTERN_RANK,
  withoutBrackets,
} from "../tables/heading-words.ts";

const WORDS: ReadonlyMap<string, NamedField<CollectedField>> = new Map(
  (Object.entries(LIST_HEADINGS) as [CollectedField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word, rank) => [wordKey(word), { field, rank }] as const),
  ),
);

/** Headings of lists of questions. */
export const COLLECTED_HEADINGS: HeadingWords<CollectedField> = {
  subject: "text",
  isHeading: (text) => fieldOf(text) !== null,
  isCombined: () => false,
  fieldOf,
};

function fieldOf(text: string): NamedField<CollectedField> | null {
  const key = headingKey(text);
  return meaningOf(key) ?? meaningOf(withoutBrackets(key)) ?? meaningOfParts(key);
}

function meaningOf(key: string): NamedField<CollectedField> | null {
  const word = WORDS.get(key);
  if (word !== undefined) return word;
  const found = LIST_HEADING_PATTERNS.find(([, pattern]) => pattern.test(key));
  return found === undefined ? null : { field: found[0], rank: PATTERN_RANK };
}

/** 单位/县区 is a unit; of two fields in one column neither is told. */
function meaningOfParts(key: string): NamedField<CollectedField> | null {
  const meanings = key.split(HEADING_PARTS).map(meaningOf);
  const [first] = meanings;
  if (first == null || meanings.length < 2) return null;
  return meanings.every((one) => one?.field === first.field) ? { ...first, rank: PATTERN_RANK } : null;
}
