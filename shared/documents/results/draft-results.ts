import { byOrder } from "../../domain/people/by-order.ts";
import { leads } from "../../domain/people/leading.ts";
import { answeredQuestions } from "../disclosed/questions.ts";
import { byRoomOrder } from "../disclosed/room-order.ts";
import { printedSpeeches } from "../disclosed/speeches.ts";
import { notesToBlocks } from "../notes/notes-to-blocks.ts";
import { ofKind } from "../of-kind.ts";
import { paragraph } from "../parts/plain-blocks.ts";
import { plainDraft } from "../parts/plain-draft.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { type RoomResults, resultsSections } from "./results-sections.ts";

/** 分组研讨成果汇编: what every group leaves behind, then the plenary; rooms that leave nothing are not in it. */
export function draftResults(input: DraftInput): DocumentDraft {
  const { records, notes, messages, setup } = input;
  const words = messages.documents.results;
  const questions = answeredQuestions(records, setup);
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
        room,
        leaders: people.filter((person) => !person.removed && leads(person, room.roomId)),
        notes: notes
          .filter(({ roomId }) => roomId === room.roomId)
          .flatMap((written) => notesToBlocks(written, messages.minutes)),
        speeches: speeches.filter(({ speech, points }) => speech.roomId === room.roomId && points.length > 0),
        questions: questions.filter(({ question }) => question.roomId === room.roomId),
      }),
    )
    .filter((room) => room.notes.length + room.speeches.length + room.questions.length > 0);
  const { sections, parts, unshown } = resultsSections(rooms, input);
  return plainDraft(
    {
      title: words.title,
      layout: "portrait",
      sections: rooms.length === 0 ? [] : [overview(rooms, messages), ...sections],
      parts,
      unshown,
      none: words.none,
    },
    input,
  );
}

function overview(rooms: readonly RoomResults[], messages: DraftInput["messages"]): DocumentSection {
  const questions = rooms.flatMap((room) => room.questions);
  const points = rooms.flatMap((room) => room.speeches).flatMap((speech) => speech.points);
  const answers = questions.reduce((sum, question) => sum + question.answers.length, 0);
  const text = messages.documents.results.overview(
    String(rooms.length),
    String(questions.length),
    String(answers),
    String(points.length),
  );
  return {
    key: "overview",
    title: messages.minutes.sections.overview,
    number: null,
    blocks: [paragraph("overview", text)],
    beginsPage: false,
  };
}
