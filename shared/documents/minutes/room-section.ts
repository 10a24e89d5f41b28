import type { RoomRecord } from "../../domain/rooms/records.ts";
import type { DocumentBlock, DocumentRun } from "../model.ts";
import type { MinutesWords } from "../runs.ts";
import { type AnsweredQuestion, questionBlocks } from "./question-blocks.ts";
import { type PrintedSpeech, speechBlocks } from "./speech-blocks.ts";

/** Plenary first, then rooms in their order; the id decides between equals. */
export function byRoomOrder(one: RoomRecord, other: RoomRecord): number {
  const plenaryFirst = Number(other.roomKind === "plenary") - Number(one.roomKind === "plenary");
  return plenaryFirst || one.order - other.order || (one.roomId < other.roomId ? -1 : 1);
}

/** What a room leaves behind. */
interface RoomContent {
  readonly questions: readonly AnsweredQuestion[];
  readonly speeches: readonly PrintedSpeech[];
  readonly notes: readonly DocumentBlock[];
}

/** One room: its questions, its speeches, its notes; each a part with a heading only where there are several. */
export function roomSection(
  room: { readonly name: string; readonly position: number },
  { questions, speeches, notes }: RoomContent,
  words: MinutesWords,
): DocumentBlock[] {
  const said = speeches.flatMap((speech, index) => speechBlocks(speech, index + 1, words));
  const asked = questions.flatMap((question, index) => questionBlocks(question, index + 1, words));
  const parts = [
    { title: words.questionsPart, blocks: asked },
    { title: words.speechesPart, blocks: said },
    { title: words.notesPart, blocks: notes },
  ].filter(({ blocks }) => blocks.length > 0);
  return [
    heading(1, words.sectionNumber(String(room.position)), room.name),
    ...(parts.length === 0 ? [paragraph([{ text: words.emptyRoom }])] : []),
    ...parts.flatMap(({ title, blocks }, index) => [
      ...(parts.length > 1 ? [heading(2, words.partNumber(String(index + 1)), title)] : []),
      ...blocks,
    ]),
  ];
}

function heading(level: 1 | 2, number: string, text: string): DocumentBlock {
  return { kind: "heading", level, number, runs: [{ text }] };
}

function paragraph(runs: readonly DocumentRun[]): DocumentBlock {
  return { kind: "paragraph", quote: false, runs };
}
