import { byOrder } from "../../domain/people/by-order.ts";
import { leads } from "../../domain/people/leading.ts";
import { answeredQuestions } from "../disclosed/questions.ts";
import { byRoomOrder } from "../disclosed/room-order.ts";
import { printedSpeeches } from "../disclosed/speeches.ts";
import type { DocumentInput } from "../input.ts";
import type { DocumentBlock, DocumentModel } from "../model.ts";
import { notesToBlocks } from "../notes/notes-to-blocks.ts";
import { ofKind } from "../of-kind.ts";
import { paragraph } from "../parts/plain-blocks.ts";
import { plainDocument } from "../parts/plain-document.ts";
import { type RoomResults, resultsSection } from "./results-section.ts";

/** 分组研讨成果汇编: what every group leaves behind, then the plenary; rooms that leave nothing are not in it. */
export function buildResults(input: DocumentInput): DocumentModel {
  const { records, notes, messages } = input;
  const words = messages.documents.results;
  const questions = answeredQuestions(records);
  const speeches = printedSpeeches(records);
  const people = ofKind(records, "person").sort(byOrder);
  const [plenaries, groups] = [true, false].map((isPlenary) =>
    ofKind(records, "room")
      .filter(({ roomKind }) => (roomKind === "plenary") === isPlenary)
      .sort(byRoomOrder),
  );
  const rooms = [...(groups ?? []), ...(plenaries ?? [])]
    .map(
      (room): RoomResults => ({
        name: room.name,
        leaders: people.filter((person) => !person.removed && leads(person, room.roomId)),
        notes: notes
          .filter(({ roomId }) => roomId === room.roomId)
          .flatMap(({ blocks }) => notesToBlocks(blocks, messages.minutes)),
        speeches: speeches.filter(({ speech, points }) => speech.roomId === room.roomId && points.length > 0),
        questions: questions.filter(({ question }) => question.roomId === room.roomId),
      }),
    )
    .filter((room) => room.notes.length + room.speeches.length + room.questions.length > 0);
  return plainDocument(
    {
      name: "results",
      title: words.title,
      layout: "portrait",
      blocks:
        rooms.length === 0
          ? [paragraph(words.none)]
          : [
              overview(rooms, words),
              ...rooms.flatMap((room, index): DocumentBlock[] => [
                ...(index === 0 ? [] : [{ kind: "pageBreak" } as const]),
                ...resultsSection(room, index + 1, messages),
              ]),
            ],
    },
    input,
  );
}

function overview(
  rooms: readonly RoomResults[],
  words: DocumentInput["messages"]["documents"]["results"],
): DocumentBlock {
  const questions = rooms.flatMap((room) => room.questions);
  const points = rooms.flatMap((room) => room.speeches).flatMap((speech) => speech.points);
  const answers = questions.reduce((sum, question) => sum + question.answers.length, 0);
  return paragraph(
    words.overview(String(rooms.length), String(questions.length), String(answers), String(points.length)),
  );
}
