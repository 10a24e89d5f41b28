import { byOrder } from "../../domain/people/by-order.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import type { PointRecord, SpeechRecord } from "../../domain/speaking/records.ts";
import { byPlace, bySpeaking, isBegun } from "../../domain/speaking/speech-state.ts";
import type { DocumentBlock, DocumentListItem } from "../model.ts";
import { knownOrMissing, type MinutesWords, paragraphsOf } from "../runs.ts";

/** A speech as it is printed. */
export interface PrintedSpeech {
  readonly speech: SpeechRecord;
  readonly speaker: PersonRecord | undefined;
  readonly points: readonly PrintedPoint[];
}

interface PrintedPoint {
  readonly point: PointRecord;
  /** 我们想学, each unit once, by 排序号. */
  readonly wantedBy: readonly string[];
}

/**
 * The speeches that were heard in the order they were, and after them those of which something was noted all the same. Points
 * that were taken away are left out.
 */
export function printedSpeeches(
  speeches: readonly SpeechRecord[],
  points: readonly PointRecord[],
  people: readonly PersonRecord[],
): PrintedSpeech[] {
  const byId = new Map(people.map((person) => [person.personId, person]));
  const pointsOf = (speechId: string): PrintedPoint[] =>
    points
      .filter((point) => point.speechId === speechId && !point.removed)
      .sort((one, other) => one.order - other.order || (one.pointId < other.pointId ? -1 : 1))
      .map((point) => {
        const wanters = point.wanters.flatMap((id) => byId.get(id) ?? []).sort(byOrder);
        return { point, wantedBy: [...new Set(wanters.map(({ unit }) => unit))] };
      });
  const heard = speeches.filter(isBegun).sort(bySpeaking);
  const others = speeches.filter((speech) => !isBegun(speech)).sort(byPlace);
  return [...heard, ...others]
    .map((speech) => ({ speech, speaker: byId.get(speech.personId), points: pointsOf(speech.speechId) }))
    .filter(
      (printed) => isBegun(printed.speech) || printed.speech.gist !== null || printed.points.length > 0,
    );
}

/** Who spoke as a counted heading, the gist, the experience. A speech of which nothing was noted lacks its gist. */
export function speechBlocks(
  { speech, speaker, points }: PrintedSpeech,
  position: number,
  words: MinutesWords,
): DocumentBlock[] {
  const name = knownOrMissing(speaker?.name, words);
  const unit = speaker?.unit.trim() ?? "";
  const who = speaker === undefined || name.placeholder || unit === "" ? name : unitAndName(speaker, words);
  const items = points.map(
    ({ point, wantedBy }, index): DocumentListItem => ({
      depth: 0,
      marker: { kind: "number", value: index + 1 },
      runs: [{ text: pointText(point, wantedBy, words) }],
    }),
  );
  const label = { text: words.label(words.gist), bold: true } as const;
  const gist =
    speech.gist !== null
      ? paragraphsOf(speech.gist, [label])
      : items.length === 0
        ? [paragraph([label, knownOrMissing(null, words)])]
        : [];
  return [
    { kind: "heading", level: 3, number: words.itemNumber(String(position)), runs: [who] },
    ...gist,
    ...(items.length === 0
      ? []
      : [
          paragraph([{ text: words.label(words.points), bold: true }]),
          { kind: "list", items } satisfies DocumentBlock,
        ]),
  ];
}

function unitAndName({ unit, name }: PersonRecord, words: MinutesWords) {
  return { text: words.unitAndNames(unit, name) };
}

function pointText({ text, tag }: PointRecord, wantedBy: readonly string[], words: MinutesWords): string {
  const facts = [
    ...(tag === null ? [] : [words.pointTags[tag]]),
    ...(wantedBy.length === 0 ? [] : [words.wantedBy(wantedBy.join(words.nameSeparator))]),
  ];
  const oneLine = text.replace(/\s*\n\s*/gu, " ");
  return facts.length === 0 ? oneLine : words.pointWithFacts(oneLine, facts.join(words.factSeparator));
}

function paragraph(runs: Extract<DocumentBlock, { kind: "paragraph" }>["runs"]): DocumentBlock {
  return { kind: "paragraph", quote: false, runs };
}
