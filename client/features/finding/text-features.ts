import { foldText } from "./fold-text.ts";

/** What a text is about, each piece with how much it says. */
export type Features = ReadonlyMap<string, number>;

/** A character says less than two that stand together. */
const CHARACTER_WEIGHT = 0.7;
/** A unit or topic many questions have in common: a hint beside the words themselves. */
const WORD_WEIGHT = 0.5;

/** How people ask, whatever they ask; it tells no two questions apart. Longer ones first. */
const MANNERS_OF_ASKING =
  /多长时间|请问|请教|如何|怎么办|怎么|怎样|什么|哪个|哪些|哪里|能否|能不能|是否|可否|可以|有没有|有何|有无|为什么|多久|多少|我们|我县|我区|我市|兄弟县|市里|县里|希望|建议|目前|现在|一直|不少|很多|需要|部门|问题|情况|办法|解决|支持|处理|政策|申请|企业|项目|[太的了吗呢吧和与由被把在也都就才还又到给从向为对是有要想]/gu;

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

/** What people say of a unit: `市发展和改革委员会` → `发展和改革`, `市财政局` → `财政`. */
export function stemOfUnit(unit: string): string {
  const stem = foldText(unit)
    .replace(/^[^市县区]{0,6}?[市县区]/u, "")
    .replace(/(委员会|管理局|监督局|办公室|中心|局|委|办|处|院)$/u, "");
  return stem.length < 2 ? foldText(unit) : stem;
}

function wordFeature(word: string): string {
  return `#${word}`;
}
