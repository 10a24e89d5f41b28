import type { RoomRecord } from "../../domain/rooms/records.ts";
import type { AnsweredQuestion } from "../disclosed/questions.ts";
import type { PrintedSpeech } from "../disclosed/speeches.ts";
import type { DocumentBlock } from "../model.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { roomParts } from "../parts/room-parts.ts";
import type { MinutesWords } from "../runs.ts";
import type { DraftInput } from "../sections/draft.ts";
import { arrangedParts, type FilledPart } from "../sections/parts.ts";
import type { DocumentSection, RoomSections } from "../sections/section.ts";
import { questionBlocks } from "./question-blocks.ts";
import { speechBlocks } from "./speech-blocks.ts";

/** A room and what it leaves behind. */
export interface RoomContent {
  readonly room: RoomRecord;
  readonly questions: readonly AnsweredQuestion[];
  readonly speeches: readonly PrintedSpeech[];
  readonly notes: readonly DocumentBlock[];
}

/** A section a room: its questions, its speeches, its notes; each a part with a heading only where there are several. */
export function roomSections(
  contents: readonly RoomContent[],
  { setup, messages }: DraftInput,
): RoomSections {
  const words = messages.minutes;
  const filled = contents.map((content) => ({ content, parts: partsOf(content, words) }));
  const { parts, unshown, shownOf } = arrangedParts(
    filled.map((room) => room.parts),
    setup,
  );
  const sections = filled.map(({ content: { room }, parts: own }): DocumentSection => {
    const key = `room:${room.roomId}`;
    const title = heading(`${key}/name`, 1, null, room.name);
    const isEmpty = own.every(({ blocks }) => blocks.length === 0);
    const shown = roomParts(key, shownOf(own), words);
    return {
      key,
      title: room.name,
      number: words.sectionNumber,
      blocks: isEmpty
        ? [title, paragraph(`${key}/empty`, words.emptyRoom)]
        : shown.length === 0
          ? []
          : [title, ...shown],
      beginsPage: false,
    };
  });
  return { sections, parts, unshown };
}

function partsOf({ questions, speeches, notes }: RoomContent, words: MinutesWords): FilledPart[] {
  return [
    {
      key: "questions",
      title: words.questionsPart,
      blocks: questions.flatMap((question, index) => questionBlocks(question, index + 1, words)),
    },
    {
      key: "speeches",
      title: words.speechesPart,
      blocks: speeches.flatMap((speech, index) => speechBlocks(speech, index + 1, words)),
    },
    { key: "notes", title: words.notesPart, blocks: notes },
  ];
}
