import { type FontReport, MISSING_MARK } from "../../../shared/documents/font-report.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";

type Words = AllMessages["documents"]["fonts"];

/** What a document was printed in, in a sentence or two: what stands for which typeface, and what nobody could print. */
export function fontsText({ fonts, missing, missingCount }: FontReport, words: Words): string {
  const whole = new Map<string, string[]>();
  const partly = new Map<string, string[]>();
  for (const { wanted, used } of fonts) {
    const others = used.filter((name) => name !== wanted);
    const pairs = others.length === used.length ? whole : partly;
    const key = others.join(words.separator);
    if (others.length > 0) pairs.set(key, [...(pairs.get(key) ?? []), wanted]);
  }
  const pairs = [
    ...[...whole].map(([used, wanted]) => words.pair(wanted.join(words.separator), used)),
    ...[...partly].map(([used, wanted]) => words.partly(wanted.join(words.separator), used)),
  ];
  const sentences = [pairs.length === 0 ? words.own : words.replaced(pairs.join(words.pairSeparator))];
  if (missing.length > 0) {
    const characters = missing.map((cluster) => words.character(cluster, codesOf(cluster)));
    const rest = missingCount > missing.length ? words.more(missingCount) : "";
    sentences.push(words.missing(characters.join(words.separator) + rest, MISSING_MARK));
  }
  return sentences.join(" ");
}

/** Whoever reads it may not have the character either. */
function codesOf(cluster: string): string {
  return [...cluster]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
}
