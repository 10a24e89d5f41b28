import type { RoomRecord } from "../domain/rooms/records.ts";
import type { MinutesBlock, MinutesRun } from "./document.ts";
import { type AnsweredQuestion, questionBlocks } from "./question-blocks.ts";
import type { MinutesWords } from "./runs.ts";

/** Plenary first, then rooms in their order; the id decides between equals. */
export function byRoomOrder(one: RoomRecord, other: RoomRecord): number {
  const plenaryFirst = Number(other.roomKind === "plenary") - Number(one.roomKind === "plenary");
  return plenaryFirst || one.order - other.order || (one.roomId < other.roomId ? -1 : 1);
}

/** One room: its questions, then its notes; each a part with a heading only where there are both. */
export function roomSection(
  room: { readonly name: string; readonly position: number },
  questions: readonly AnsweredQuestion[],
  notes: readonly MinutesBlock[],
  words: MinutesWords,
): MinutesBlock[] {
  const asked = questions.flatMap((question, index) => questionBlocks(question, index + 1, words));
  const parts = [
    { title: words.questionsPart, blocks: asked },
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

function heading(level: 1 | 2, number: string, text: string): MinutesBlock {
  return { kind: "heading", level, number, runs: [{ text }] };
}

function paragraph(runs: readonly MinutesRun[]): MinutesBlock {
  return { kind: "paragraph", quote: false, runs };
}
