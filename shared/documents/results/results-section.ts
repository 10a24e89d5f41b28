import type { PersonRecord } from "../../domain/people/records.ts";
import type { AllMessages } from "../../messages/zh-CN.ts";
import type { AnsweredQuestion } from "../disclosed/questions.ts";
import type { PrintedSpeech } from "../disclosed/speeches.ts";
import { questionBlocks } from "../minutes/question-blocks.ts";
import type { DocumentBlock, DocumentListItem } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { pointText } from "../parts/point-text.ts";
import { roomParts } from "../parts/room-parts.ts";
import { personRun } from "../runs.ts";

/** What a room leaves behind. */
export interface RoomResults {
  readonly name: string;
  readonly leaders: readonly PersonRecord[];
  readonly notes: readonly DocumentBlock[];
  /** Those with experience in them. */
  readonly speeches: readonly PrintedSpeech[];
  readonly questions: readonly AnsweredQuestion[];
}

/** One room: who leads it, its notes, its experience, its questions. */
export function resultsSection(
  { name, leaders, notes, speeches, questions }: RoomResults,
  position: number,
  { documents, minutes }: Pick<AllMessages, "documents" | "minutes">,
): DocumentBlock[] {
  const people = leaders.map((person) => personRun(person, minutes).text).join(minutes.unitSeparator);
  const { leaders: label, facts } = documents.results;
  return [
    heading(1, minutes.sectionNumber(String(position)), name),
    ...(leaders.length === 0 ? [] : [paragraph(facts(label, people))]),
    ...roomParts(
      [
        { title: minutes.notesPart, blocks: notes },
        { title: minutes.points, blocks: pointsList(speeches, minutes) },
        {
          title: minutes.questionsPart,
          blocks: questions.flatMap((question, index) => questionBlocks(question, index + 1, minutes)),
        },
      ],
      minutes,
    ),
  ];
}

/** All experience of a room in one list, each with whose it is. */
function pointsList(speeches: readonly PrintedSpeech[], words: AllMessages["minutes"]): DocumentBlock[] {
  const points = speeches.flatMap(({ speaker, points }) =>
    points.map((printed) => pointText(printed, [personRun(speaker, words).text], words)),
  );
  const items = points.map(
    (text, index): DocumentListItem => ({
      depth: 0,
      marker: { kind: "number", value: index + 1 },
      runs: [{ text }],
    }),
  );
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
