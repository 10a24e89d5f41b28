import type { PrintedSpeech } from "../disclosed/speeches.ts";
import { knownOrMissing } from "../missing.ts";
import type { DocumentBlock } from "../model.ts";
import { missingAbout } from "../parts/missing-of.ts";
import { countedList, heading, paragraph } from "../parts/plain-blocks.ts";
import { pointText } from "../parts/point-text.ts";
import { speakerRun } from "../parts/speaker-run.ts";
import { type MinutesWords, paragraphsOf } from "../runs.ts";

/** Who spoke as a counted heading, the gist, the experience. A speech of which nothing was noted lacks its gist. */
export function speechBlocks(printed: PrintedSpeech, position: number, words: MinutesWords): DocumentBlock[] {
  const { speech, speaker, points } = printed;
  const key = `speech:${speech.speechId}`;
  const label = { text: words.label(words.gist), bold: true } as const;
  const missing = missingAbout(
    speaker?.name ?? words.placeholder,
    words.gist,
    { at: "speech", id: speech.speechId },
    words,
  );
  const gist =
    speech.gist !== null
      ? paragraphsOf(`${key}/gist`, speech.gist, [label])
      : points.length === 0
        ? [paragraph(`${key}/gist`, label, knownOrMissing(null, missing, words))]
        : [];
  const items = points.map((one) => ({
    key: `point:${one.point.pointId}/text`,
    text: pointText(one, [], words),
  }));
  return [
    heading(`${key}/speaker`, 3, words.itemNumber(String(position)), speakerRun(printed, words)),
    ...gist,
    ...(items.length === 0
      ? []
      : [paragraph(`${key}/points`, { text: words.label(words.points), bold: true }), countedList(items)]),
  ];
}
