import type { PrintedSpeech } from "../disclosed/speeches.ts";
import type { DocumentBlock, DocumentListItem } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { pointText } from "../parts/point-text.ts";
import { knownOrMissing, type MinutesWords, paragraphsOf, personRun } from "../runs.ts";

/** Who spoke as a counted heading, the gist, the experience. A speech of which nothing was noted lacks its gist. */
export function speechBlocks(
  { speech, speaker, points }: PrintedSpeech,
  position: number,
  words: MinutesWords,
): DocumentBlock[] {
  const who = personRun(speaker, words);
  const items = points.map(
    (printed, index): DocumentListItem => ({
      depth: 0,
      marker: { kind: "number", value: index + 1 },
      runs: [{ text: pointText(printed, [], words) }],
    }),
  );
  const label = { text: words.label(words.gist), bold: true } as const;
  const gist =
    speech.gist !== null
      ? paragraphsOf(speech.gist, [label])
      : items.length === 0
        ? [paragraph(label, knownOrMissing(null, words))]
        : [];
  return [
    heading(3, words.itemNumber(String(position)), who),
    ...gist,
    ...(items.length === 0
      ? []
      : [
          paragraph({ text: words.label(words.points), bold: true }),
          { kind: "list", items } satisfies DocumentBlock,
        ]),
  ];
}
