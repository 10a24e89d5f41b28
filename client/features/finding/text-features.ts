import {
  KIND_OF_UNIT,
  MANNERS_OF_ASKING,
  PLACE_OF_UNIT,
} from "../../../shared/messages/asking-vocabulary.ts";
import { foldText } from "../../ui/search/text-search.ts";

/** What a text is about, each piece with how much it says. */
export type Features = ReadonlyMap<string, number>;

/** A character says less than two that stand together. */
const CHARACTER_WEIGHT = 0.7;
/** A unit or topic many questions have in common: a hint beside the words themselves. */
const WORD_WEIGHT = 0.5;

const LATIN_OR_HAN = /[a-z0-9]+|\p{Script=Han}+/gu;

/**
 * Characters, neighbouring pairs of them, whole Latin words and numbers, and those of `words` (units, topics) that stand
 * in the text. Chinese has no spaces to cut at; pairs find what is asked in other words and need no dictionary.
 */
export function featuresOf(text: string, words: readonly string[]): Features {
  const folded = foldText(text);
  const features = new Map<string, number>();
  for (const word of words) if (folded.includes(word)) features.set(wordFeature(word), WORD_WEIGHT);
  for (const [part] of folded.replace(MANNERS_OF_ASKING, " ").matchAll(LATIN_OR_HAN)) {
    if (/^[a-z0-9]/.test(part)) {
      features.set(part, 1);
      continue;
    }
    const characters = [...part];
    for (const [at, character] of characters.entries()) {
      features.set(character, CHARACTER_WEIGHT);
      if (at > 0) features.set(`${characters[at - 1]}${character}`, 1);
    }
  }
  return features;
}

/** `features` with the words somebody chose for the question: the unit it is for, its labels. */
export function withChosen(features: Features, words: readonly string[]): Features {
  if (words.length === 0) return features;
  return new Map([...features, ...words.map((word) => [wordFeature(word), WORD_WEIGHT] as const)]);
}

/** What people say of a unit: without its place and without what kind of office it is. */
export function stemOfUnit(unit: string): string {
  const stem = foldText(unit).replace(PLACE_OF_UNIT, "").replace(KIND_OF_UNIT, "");
  return stem.length < 2 ? foldText(unit) : stem;
}

function wordFeature(word: string): string {
  return `#${word}`;
}
