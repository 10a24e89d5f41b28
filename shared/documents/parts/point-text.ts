import type { PrintedPoint } from "../disclosed/speeches.ts";
import type { MinutesWords } from "../runs.ts";

/** An experience in one line, with what else is known about it: `facts`, its tag, who wants to learn it. */
export function pointText(
  { point, wantedBy }: PrintedPoint,
  facts: readonly string[],
  words: MinutesWords,
): string {
  const all = [
    ...facts,
    ...(point.tag === null ? [] : [words.pointTags[point.tag]]),
    ...(wantedBy.length === 0 ? [] : [words.wantedBy(wantedBy.join(words.nameSeparator))]),
  ];
  const oneLine = point.text.replace(/\s*\n\s*/gu, " ");
  return all.length === 0 ? oneLine : words.pointWithFacts(oneLine, all.join(words.factSeparator));
}
