import { byOrder } from "../../domain/people/by-order.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import { type AnsweredQuestion, answeredQuestions } from "../disclosed/questions.ts";
import { byRoomOrder } from "../disclosed/room-order.ts";
import { type PrintedSpeech, printedSpeeches } from "../disclosed/speeches.ts";
import { notesToBlocks } from "../notes/notes-to-blocks.ts";
import { ofKind } from "../of-kind.ts";
import { paragraph } from "../parts/plain-blocks.ts";
import { metaLine, sessionLines } from "../parts/session-lines.ts";
import type { MinutesWords } from "../runs.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { agendaSections } from "./agenda-section.ts";
import { attendanceSection } from "./attendance.ts";
import { matterSections } from "./matter-sections.ts";
import { imprintBlock, redHeadBlock } from "./red-head.ts";
import { type RoomContent, roomSections } from "./room-sections.ts";
import { unitSections } from "./unit-sections.ts";

/** The minutes of a session: 情况汇总, or 纪要 with the red head. What is missing is a placeholder, never a guess. */
export function draftMinutes(input: DraftInput): DocumentDraft {
  const { records, notes, options, messages, setup } = input;
  const words = messages.minutes;
  const session = ofKind(records, "session")[0];
  const people = ofKind(records, "person").sort(byOrder);
  const questions = answeredQuestions(records, setup);
  const speeches = printedSpeeches(records);
  const title = session?.title ?? words.placeholder;
  const contents = ofKind(records, "room")
    .sort(byRoomOrder)
    .map(
      (room): RoomContent => ({
        room,
        questions: questions.filter(({ question }) => question.roomId === room.roomId),
        speeches: speeches.filter(({ speech }) => speech.roomId === room.roomId),
        notes: notes
          .filter(({ roomId }) => roomId === room.roomId)
          .flatMap((written) => notesToBlocks(written, words)),
      }),
    );
  const { sections, parts, unshown } =
    setup.grouping === "unit"
      ? { sections: unitSections(questions, contents, input), parts: [], unshown: [] }
      : roomSections(contents, input);
  return {
    redHead: setup.redHead && redHeadBlock(setup.redHead, options, words),
    title: setup.redHead === null ? words.summaryTitle(title) : words.minutesTitle(title),
    layout: "portrait",
    meta: [
      ...sessionLines(session, options, words),
      metaLine("moderator", onDuty(people, "moderator", words), "roster", words),
      metaLine("recorder", onDuty(people, "recorder", words), "roster", words),
    ],
    sections: [
      overview(questions, speeches, words),
      ...sections,
      ...agendaSections(ofKind(records, "agenda")[0], ofKind(records, "agendaItem"), options.timeZone, words),
      ...matterSections(input),
      attendanceSection(people, words),
    ],
    parts,
    unshown,
    whenEmpty: null,
    imprint: setup.redHead && imprintBlock(setup.redHead, options, words),
  };
}

function overview(
  questions: readonly AnsweredQuestion[],
  speeches: readonly PrintedSpeech[],
  words: MinutesWords,
): DocumentSection {
  const closedAs = (outcome: string) =>
    questions.filter(({ question }) => question.status === "closed" && question.outcome === outcome).length;
  const peers = questions.filter(({ isBetweenPeers }) => isBetweenPeers).length;
  const answers = questions.reduce((total, question) => total + question.answers.length, 0);
  const text =
    questions.length === 0
      ? words.overviewWithoutQuestions
      : words.overview(
          String(questions.length),
          String(answers),
          String(closedAs("resolved")),
          String(closedAs("follow-up")),
        ) + (peers === 0 ? "" : words.overviewPeers(String(peers)));
  const points = speeches.reduce((total, speech) => total + speech.points.length, 0);
  const spoken = speeches.length === 0 ? "" : words.overviewSpeeches(String(speeches.length), String(points));
  return {
    key: "overview",
    title: words.sections.overview,
    number: null,
    blocks: [paragraph("overview", text + spoken)],
    beginsPage: false,
  };
}

/** Those of a duty who came; who was only meant to do it is not known to have done it. */
function onDuty(people: readonly PersonRecord[], duty: "moderator" | "recorder", words: MinutesWords) {
  return people
    .filter(({ duties, arrivedAt }) => duties.includes(duty) && arrivedAt !== null)
    .map(({ unit, name }) => words.unitAndNames(unit, name))
    .join(words.unitSeparator);
}
