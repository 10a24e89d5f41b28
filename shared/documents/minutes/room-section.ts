import type { AnsweredQuestion } from "../disclosed/questions.ts";
import type { PrintedSpeech } from "../disclosed/speeches.ts";
import type { DocumentBlock } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { roomParts } from "../parts/room-parts.ts";
import type { MinutesWords } from "../runs.ts";
import { questionBlocks } from "./question-blocks.ts";
import { speechBlocks } from "./speech-blocks.ts";

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
  const parts = roomParts(
    [
      { title: words.questionsPart, blocks: asked },
      { title: words.speechesPart, blocks: said },
      { title: words.notesPart, blocks: notes },
    ],
    words,
  );
  return [
    heading(1, words.sectionNumber(String(room.position)), room.name),
    ...(parts.length === 0 ? [paragraph(words.emptyRoom)] : parts),
  ];
}
