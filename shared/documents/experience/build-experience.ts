import { type PrintedPoint, type PrintedSpeech, printedSpeeches } from "../disclosed/speeches.ts";
import type { DocumentInput } from "../input.ts";
import type { DocumentBlock, DocumentListItem, DocumentModel } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { plainDocument } from "../parts/plain-document.ts";
import { pointText } from "../parts/point-text.ts";
import { type MinutesWords, paragraphsOf, personRun } from "../runs.ts";

const TAGS = ["replicable", "policy", null] as const;

/** 经验做法摘编: the experience told in speeches by its tag, below whose it is, with the gist it comes from. */
export function buildExperience(input: DocumentInput): DocumentModel {
  const { records, messages } = input;
  const words = messages.documents.experience;
  const speeches = printedSpeeches(records).filter(({ points }) => points.length > 0);
  const points = speeches.reduce((sum, speech) => sum + speech.points.length, 0);
  const sections = TAGS.map((tag) => ({
    title: words.sections[tag ?? "untagged"],
    speeches: speeches
      .map((speech) => ({ ...speech, points: speech.points.filter(({ point }) => point.tag === tag) }))
      .filter((speech) => speech.points.length > 0),
  })).filter((section) => section.speeches.length > 0);
  /** Which section has the gist of a speech. */
  const printedIn = new Map<string, string>();
  const blocks = sections.flatMap((section, index) => [
    heading(1, messages.minutes.sectionNumber(String(index + 1)), section.title),
    ...section.speeches.flatMap((speech, place) => {
      const before = printedIn.get(speech.speech.speechId);
      printedIn.set(speech.speech.speechId, before ?? section.title);
      return speechBlocks(speech, place + 1, before, messages);
    }),
  ]);
  return plainDocument(
    {
      name: "experience",
      title: words.title,
      layout: "portrait",
      blocks:
        points === 0
          ? [paragraph(words.none)]
          : [paragraph(words.overview(String(points), String(speeches.length))), ...blocks],
    },
    input,
  );
}

function speechBlocks(
  { speech, speaker, points }: PrintedSpeech,
  position: number,
  gistIn: string | undefined,
  { documents, minutes }: DocumentInput["messages"],
): DocumentBlock[] {
  const gist =
    speech.gist === null
      ? []
      : gistIn === undefined
        ? paragraphsOf(speech.gist, [{ text: minutes.label(minutes.gist), bold: true }])
        : [paragraph(documents.experience.gistAbove(gistIn))];
  return [
    heading(3, minutes.itemNumber(String(position)), personRun(speaker, minutes)),
    ...pointBlocks(points, minutes),
    ...gist,
  ];
}

/** A list where there are several; the tag stands above. */
function pointBlocks(points: readonly PrintedPoint[], words: MinutesWords): DocumentBlock[] {
  const texts = points.map(({ point, wantedBy }) =>
    pointText({ point: { ...point, tag: null }, wantedBy }, [], words),
  );
  if (texts.length === 1) return texts.map((text) => paragraph(text));
  const items = texts.map(
    (text, index): DocumentListItem => ({
      depth: 0,
      marker: { kind: "number", value: index + 1 },
      runs: [{ text }],
    }),
  );
  return [{ kind: "list", items }];
}
