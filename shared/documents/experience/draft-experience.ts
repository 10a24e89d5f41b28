import { type PrintedPoint, type PrintedSpeech, printedSpeeches } from "../disclosed/speeches.ts";
import type { DocumentBlock } from "../model.ts";
import { countedList, heading, paragraph } from "../parts/plain-blocks.ts";
import { plainDraft } from "../parts/plain-draft.ts";
import { pointText } from "../parts/point-text.ts";
import { speakerRun } from "../parts/speaker-run.ts";
import { type MinutesWords, paragraphsOf } from "../runs.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { inSetupOrder } from "../sections/setup-order.ts";

const TAGS = ["replicable", "policy", null] as const;

/** 经验做法摘编: the experience told in speeches by its tag, below whose it is, with the gist it comes from. */
export function draftExperience(input: DraftInput): DocumentDraft {
  const { records, messages, setup } = input;
  const words = messages.documents.experience;
  const speeches = printedSpeeches(records).filter(({ points }) => points.length > 0);
  const points = speeches.reduce((sum, speech) => sum + speech.points.length, 0);
  const tagged = TAGS.map((tag) => ({
    key: `tag:${tag ?? "untagged"}`,
    title: words.sections[tag ?? "untagged"],
    speeches: speeches
      .map((speech) => ({ ...speech, points: speech.points.filter(({ point }) => point.tag === tag) }))
      .filter((speech) => speech.points.length > 0),
  })).filter((section) => section.speeches.length > 0);
  const hidden = new Set(setup.hidden);
  const shown = inSetupOrder(tagged, setup.sections).filter(({ key }) => !hidden.has(key));
  /** Which section has the gist of a speech: the first in which it is read. */
  const printedIn = new Map<string, { readonly key: string; readonly title: string }>();
  for (const section of [...shown, ...tagged]) {
    for (const { speech } of section.speeches) {
      if (!printedIn.has(speech.speechId)) printedIn.set(speech.speechId, section);
    }
  }
  const sections = tagged.map(
    ({ key, title, speeches: own }): DocumentSection => ({
      key,
      title,
      number: messages.minutes.sectionNumber,
      blocks: [
        heading(`${key}/title`, 1, null, title),
        ...own.flatMap((speech, place) => {
          const first = printedIn.get(speech.speech.speechId);
          const gistIn = first === undefined || first.key === key ? null : first.title;
          return speechBlocks(key, speech, place + 1, gistIn, messages);
        }),
      ],
      beginsPage: false,
    }),
  );
  const overview: DocumentSection = {
    key: "overview",
    title: messages.minutes.sections.overview,
    number: null,
    blocks: [paragraph("overview", words.overview(String(points), String(speeches.length)))],
    beginsPage: false,
  };
  return plainDraft(
    {
      title: words.title,
      layout: "portrait",
      sections: points === 0 ? [] : [overview, ...sections],
      none: words.none,
    },
    input,
  );
}

function speechBlocks(
  section: string,
  printed: PrintedSpeech,
  position: number,
  gistIn: string | null,
  { documents, minutes }: DraftInput["messages"],
): DocumentBlock[] {
  const { speech, points } = printed;
  const key = `speech:${speech.speechId}`;
  const gist =
    speech.gist === null
      ? []
      : gistIn === null
        ? paragraphsOf(`${key}/gist`, speech.gist, [{ text: minutes.label(minutes.gist), bold: true }])
        : [paragraph(`${section}/${key}/gistAbove`, documents.experience.gistAbove(gistIn))];
  return [
    heading(
      `${section}/${key}/speaker`,
      3,
      minutes.itemNumber(String(position)),
      speakerRun(printed, minutes),
    ),
    ...pointBlocks(points, minutes),
    ...gist,
  ];
}

/** A list where there are several; the tag stands above. */
function pointBlocks(points: readonly PrintedPoint[], words: MinutesWords): DocumentBlock[] {
  const items = points.map(({ point, wantedBy }) => ({
    key: `point:${point.pointId}/text`,
    text: pointText({ point: { ...point, tag: null }, wantedBy }, [], words),
  }));
  return items.length === 1 ? items.map(({ key, text }) => paragraph(key, text)) : [countedList(items)];
}
