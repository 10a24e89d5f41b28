import type { PersonRecord } from "../../domain/people/records.ts";
import type { RoomRecord } from "../../domain/rooms/records.ts";
import type { AllMessages } from "../../messages/zh-CN.ts";
import type { AnsweredQuestion } from "../disclosed/questions.ts";
import type { PrintedSpeech } from "../disclosed/speeches.ts";
import { questionBlocks } from "../minutes/question-blocks.ts";
import type { DocumentBlock } from "../model.ts";
import { countedList, heading, paragraph } from "../parts/plain-blocks.ts";
import { pointText } from "../parts/point-text.ts";
import { roomParts } from "../parts/room-parts.ts";
import { speakerRun } from "../parts/speaker-run.ts";
import type { DraftInput } from "../sections/draft.ts";
import { arrangedParts, type FilledPart } from "../sections/parts.ts";
import type { DocumentSection, RoomSections } from "../sections/section.ts";

/** What a room leaves behind. */
export interface RoomResults {
  readonly room: RoomRecord;
  readonly leaders: readonly PersonRecord[];
  readonly notes: readonly DocumentBlock[];
  /** Those with experience in them. */
  readonly speeches: readonly PrintedSpeech[];
  readonly questions: readonly AnsweredQuestion[];
}

/** A section a room, each on pages of its own: who leads it, its notes, its experience, its questions. */
export function resultsSections(
  rooms: readonly RoomResults[],
  { setup, messages }: DraftInput,
): RoomSections {
  const { minutes, documents } = messages;
  const filled = rooms.map((results) => ({ results, parts: partsOf(results, minutes) }));
  const { parts, unshown, shownOf } = arrangedParts(
    filled.map((room) => room.parts),
    setup,
  );
  const sections = filled.map(({ results: { room, leaders }, parts: own }): DocumentSection => {
    const key = `room:${room.roomId}`;
    const people = leaders
      .map(({ unit, name }) => (unit.trim() === "" ? name : minutes.unitAndNames(unit, name)))
      .join(minutes.unitSeparator);
    const { leaders: label, facts } = documents.results;
    const shown = roomParts(key, shownOf(own), minutes);
    return {
      key,
      title: room.name,
      number: minutes.sectionNumber,
      blocks:
        shown.length === 0
          ? []
          : [
              heading(`${key}/name`, 1, null, room.name),
              ...(leaders.length === 0 ? [] : [paragraph(`${key}/leaders`, facts(label, people))]),
              ...shown,
            ],
      beginsPage: true,
    };
  });
  return { sections, parts, unshown };
}

function partsOf({ notes, speeches, questions }: RoomResults, words: AllMessages["minutes"]): FilledPart[] {
  return [
    { key: "notes", title: words.notesPart, blocks: notes },
    { key: "points", title: words.points, blocks: pointsList(speeches, words) },
    {
      key: "questions",
      title: words.questionsPart,
      blocks: questions.flatMap((question, index) => questionBlocks(question, index + 1, words)),
    },
  ];
}

/** All experience of a room in one list, each with whose it is. */
function pointsList(speeches: readonly PrintedSpeech[], words: AllMessages["minutes"]): DocumentBlock[] {
  const items = speeches.flatMap((printed) =>
    printed.points.map((one) => ({
      key: `point:${one.point.pointId}/text`,
      text: pointText(one, [speakerRun(printed, words).text], words),
    })),
  );
  return items.length === 0 ? [] : [countedList(items)];
}
