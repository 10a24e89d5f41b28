import type { AnsweredQuestion } from "../disclosed/questions.ts";
import { unitOrder } from "../disclosed/unit-order.ts";
import type { DocumentBlock } from "../model.ts";
import { heading } from "../parts/plain-blocks.ts";
import { roomParts } from "../parts/room-parts.ts";
import type { DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { questionBlocks } from "./question-blocks.ts";
import type { RoomContent } from "./room-sections.ts";
import { speechBlocks } from "./speech-blocks.ts";

/**
 * A section a unit, by 排序号: the questions it has the lead of; those nobody has the lead of at the end. What was said and
 * written beside questions follows in two sections of its own.
 */
export function unitSections(
  questions: readonly AnsweredQuestion[],
  contents: readonly RoomContent[],
  { records, messages }: DraftInput,
): DocumentSection[] {
  const words = messages.minutes;
  const units = [...new Set(questions.flatMap(({ question }) => question.leadUnit ?? []))];
  const section = (key: string, title: string, headed: string, blocks: readonly DocumentBlock[]) => ({
    key,
    title,
    number: words.sectionNumber,
    blocks: [heading(headed, 1, null, title), ...blocks],
    beginsPage: false,
  });
  const ofUnit = (unit: string | null): DocumentSection[] => {
    const own = questions.filter(({ question }) => question.leadUnit === unit);
    const key = unit === null ? "noUnit" : `unit:${unit}`;
    const blocks = own.flatMap((question, index) => questionBlocks(question, index + 1, words));
    return own.length === 0 ? [] : [section(key, unit ?? words.noLeadUnit, `${key}/name`, blocks)];
  };
  const byRoom = (key: string, blocksOf: (content: RoomContent) => readonly DocumentBlock[]) =>
    roomParts(
      key,
      contents.map((content) => ({
        key: content.room.roomId,
        title: content.room.name,
        blocks: blocksOf(content),
      })),
      words,
    );
  const speeches = byRoom("speeches", (content) =>
    content.speeches.flatMap((speech, index) => speechBlocks(speech, index + 1, words)),
  );
  const notes = byRoom("notes", (content) => content.notes);
  return [
    ...units.sort(unitOrder(records)).flatMap(ofUnit),
    ...ofUnit(null),
    ...(speeches.length === 0 ? [] : [section("speeches", words.speechesPart, "speeches/title", speeches)]),
    ...(notes.length === 0 ? [] : [section("notes", words.notesPart, "notes/title", notes)]),
  ];
}
