import type { RosterField } from "../../shared/domain/roster/row.ts";
import { wordKey } from "../../shared/domain/roster/text.ts";
import { sideOfWord } from "../../shared/domain/roster/words.ts";
import {
  COMBINED_HEADINGS,
  COUNTY_HEADINGS,
  HEADING_PARTS,
  HEADING_PATTERNS,
  HEADINGS,
  OTHERS_HEADINGS,
} from "../../shared/messages/roster-vocabulary.ts";
import { type HeadingWords, headingKey, PATTERN_RANK, withoutBrackets } from "../tables/heading-words.ts";

/** What a heading says its column holds: a field, a side or a county as its cells decide, or unit and post together. */
type HeadingMeaning =
  | { readonly kind: "field"; readonly field: RosterField; readonly rank: number }
  | { readonly kind: "county" }
  | { readonly kind: "combined" };

/** Where there is a column of units, one of counties is not the unit. */
const WEAKEST_RANK = 100;

const WORDS: ReadonlyMap<string, HeadingMeaning> = new Map(
  (Object.entries(HEADINGS) as [RosterField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word, rank) => [wordKey(word), { kind: "field", field, rank }] as const),
  ),
);
const COUNTY: ReadonlySet<string> = new Set(COUNTY_HEADINGS.map(wordKey));
const COMBINED: ReadonlySet<string> = new Set(COMBINED_HEADINGS.map(wordKey));
const PATTERNS = Object.entries(HEADING_PATTERNS) as [RosterField, RegExp][];

/** Headings of rosters. A column of counties is the side where its cells are sides, and else the unit. */
export const ROSTER_HEADINGS: HeadingWords<RosterField> = {
  subject: "name",
  isHeading: (text) => headingMeaning(text) !== null,
  isCombined: (text) => headingMeaning(text)?.kind === "combined",
  fieldOf: (text, below) => {
    const meaning = headingMeaning(text);
    if (meaning?.kind !== "county") return meaning?.kind === "field" ? meaning : null;
    return { field: areSides(below()) ? "side" : "unit", rank: WEAKEST_RANK };
  },
};

function areSides(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.filter((text) => sideOfWord(text) !== null).length * 2 > texts.length;
}

/** Null for a text that is no heading of a roster. */
function headingMeaning(text: string): HeadingMeaning | null {
  const key = headingKey(text);
  return meaningOf(key) ?? meaningOf(withoutBrackets(key)) ?? meaningOfParts(key);
}

function meaningOf(key: string): HeadingMeaning | null {
  if (key === "") return null;
  if (COUNTY.has(key)) return { kind: "county" };
  if (COMBINED.has(key)) return { kind: "combined" };
  const word = WORDS.get(key);
  if (word !== undefined) return word;
  if (OTHERS_HEADINGS.test(key)) return null;
  const found = PATTERNS.find(([, pattern]) => pattern.test(key));
  return found === undefined ? null : { kind: "field", field: found[0], rank: PATTERN_RANK };
}

/** 单位/部门 is a unit, 县区、单位 as well; 单位和职务 is both in one column. */
function meaningOfParts(key: string): HeadingMeaning | null {
  const parts = key.split(HEADING_PARTS);
  if (parts.length < 2) return null;
  const meanings = parts.map(meaningOf);
  const fields = new Set<RosterField>();
  for (const meaning of meanings) {
    if (meaning === null) return null;
    if (meaning.kind === "combined") return meaning;
    fields.add(meaning.kind === "county" ? "unit" : meaning.field);
  }
  const [field] = fields;
  if (fields.size === 1 && field !== undefined) return { kind: "field", field, rank: PATTERN_RANK };
  return fields.has("unit") && fields.has("post") ? { kind: "combined" } : null;
}
