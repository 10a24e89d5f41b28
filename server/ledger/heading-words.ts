import type { FileField } from "../../shared/domain/ledger/row.ts";
import { wordKey } from "../../shared/domain/roster/text.ts";
import { LEDGER_HEADINGS } from "../../shared/messages/ledger/vocabulary.ts";
import { type HeadingWords, headingKey, type NamedField, withoutBrackets } from "../tables/heading-words.ts";

const WORDS: ReadonlyMap<string, NamedField<FileField>> = new Map(
  (Object.entries(LEDGER_HEADINGS) as [FileField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word, rank) => [wordKey(word), { field, rank }] as const),
  ),
);

/** Headings of ledgers: as they go out, and in other words that offices have for the same. */
export const LEDGER_HEADING_WORDS: HeadingWords<FileField> = {
  subject: "text",
  isHeading: (text) => fieldOf(text) !== null,
  isCombined: () => false,
  fieldOf,
};

function fieldOf(text: string): NamedField<FileField> | null {
  const key = headingKey(text);
  return WORDS.get(key) ?? WORDS.get(withoutBrackets(key)) ?? null;
}
