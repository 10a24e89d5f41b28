/** What may hang on the character before it. */
const JOINED = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
/** Printed as nothing by every font. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

const SEGMENTER = new Intl.Segmenter("zh-CN", { granularity: "grapheme" });

/** A text in pieces of which each is printed in one font: characters with what hangs on them. */
export function clustersOf(text: string): string[] {
  if (!JOINED.test(text)) return [...text];
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

/** The code points of a cluster that a font must have to print it. */
export function neededCodePoints(cluster: string): number[] {
  return [...cluster.normalize("NFC")]
    .filter((character) => !INVISIBLE.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
}
