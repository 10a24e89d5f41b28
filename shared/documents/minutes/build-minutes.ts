import { byOrder } from "../../domain/people/by-order.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import { type AnsweredQuestion, answeredQuestions } from "../disclosed/questions.ts";
import { byRoomOrder } from "../disclosed/room-order.ts";
import { type PrintedSpeech, printedSpeeches } from "../disclosed/speeches.ts";
import type { DocumentInput } from "../input.ts";
import {
  DOCUMENT_MODEL_VERSION,
  type DocumentBlock,
  type DocumentModel,
  type DocumentRun,
  type ImprintBlock,
  type RedHeadBlock,
} from "../model.ts";
import { dateText } from "../moment.ts";
import { notesToBlocks } from "../notes/notes-to-blocks.ts";
import { ofKind } from "../of-kind.ts";
import type { DocumentOptions, RedHeadOptions } from "../options.ts";
import { metaLine, proofFooter, sessionLines } from "../parts/session-lines.ts";
import { knownOrMissing, type MinutesWords } from "../runs.ts";
import { agendaSection } from "./agenda-section.ts";
import { attendance } from "./attendance.ts";
import { roomSection } from "./room-section.ts";

/**
 * The minutes of a session. Deterministic: the same input gives the same document, whatever the order of records.
 * Left out: pending and declined questions, speeches of which nothing was heard or noted, points taken away, those for staff alone or not to be recorded, held answers, staff's remarks, an asker's wording before it was corrected,
 * and the name of whoever asked without it. What is missing is a placeholder, never a guess.
 */
export function buildMinutes({ records, notes, options, messages }: DocumentInput): DocumentModel {
  const words = messages.minutes;
  const session = ofKind(records, "session")[0];
  const people = ofKind(records, "person").sort(byOrder);
  const questions = answeredQuestions(records);
  const speeches = printedSpeeches(records);
  const spokenIn = (roomId: string) => speeches.filter(({ speech }) => speech.roomId === roomId);
  const title = session?.title ?? words.placeholder;
  const rooms = ofKind(records, "room").sort(byRoomOrder);
  return {
    format: "yantao-minutes",
    version: DOCUMENT_MODEL_VERSION,
    redHead: options.redHead === null ? null : redHeadBlock(options.redHead, options, words),
    title: options.redHead === null ? words.summaryTitle(title) : words.minutesTitle(title),
    layout: "portrait",
    meta: [
      ...sessionLines(session, options, words),
      metaLine(words.moderator, onDuty(people, "moderator", words), words),
      metaLine(words.recorder, onDuty(people, "recorder", words), words),
    ],
    blocks: [
      overview(questions, speeches, words),
      ...rooms.flatMap((room, index) => {
        const own = questions.filter(({ question }) => question.roomId === room.roomId);
        const written = notes.filter(({ roomId }) => roomId === room.roomId);
        const noted = written.flatMap(({ blocks }) => notesToBlocks(blocks, words));
        const content = { questions: own, speeches: spokenIn(room.roomId), notes: noted };
        return roomSection({ name: room.name, position: index + 1 }, content, words);
      }),
      ...agendaSection(
        ofKind(records, "agenda")[0],
        ofKind(records, "agendaItem"),
        { position: rooms.length + 1, timeZone: options.timeZone },
        words,
      ),
    ],
    attendance: attendance(people, words),
    imprint: options.redHead === null ? null : imprintBlock(options.redHead, options, words),
    footer: proofFooter(options, words),
  };
}

function overview(
  questions: readonly AnsweredQuestion[],
  speeches: readonly PrintedSpeech[],
  words: MinutesWords,
): DocumentBlock {
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
  return { kind: "paragraph", quote: false, runs: [{ text: text + spoken }] };
}

/** Those of a duty who came; who was only meant to do it is not known to have done it. */
function onDuty(people: readonly PersonRecord[], duty: "moderator" | "recorder", words: MinutesWords) {
  return people
    .filter(({ duties, arrivedAt }) => duties.includes(duty) && arrivedAt !== null)
    .map(({ unit, name }) => words.unitAndNames(unit, name))
    .join(words.unitSeparator);
}

function redHeadBlock(redHead: RedHeadOptions, options: DocumentOptions, words: MinutesWords): RedHeadBlock {
  const missingSign: DocumentRun[] = [knownOrMissing(null, words), { text: words.signWithoutName }];
  return {
    sign: redHead.sign === null ? missingSign : [knownOrMissing(redHead.sign, words)],
    serial: redHead.serial,
    issuer: [knownOrMissing(redHead.issuer, words)],
    issuedOn: [knownOrMissing(dateText(redHead.issuedOn, options, words), words)],
  };
}

function imprintBlock(redHead: RedHeadOptions, options: DocumentOptions, words: MinutesWords): ImprintBlock {
  const date = dateText(redHead.issuedOn, options, words);
  const copyTo = redHead.copyTo.join(words.nameSeparator);
  return {
    copyTo:
      copyTo === "" ? null : { label: words.label(words.copyTo), runs: [{ text: copyTo + words.stop }] },
    issuer: [knownOrMissing(redHead.issuer, words)],
    printedOn: [date === null ? knownOrMissing(null, words) : { text: words.printedOn(date) }],
  };
}
