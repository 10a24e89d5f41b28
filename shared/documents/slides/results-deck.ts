import { isPublic } from "../../domain/questions/records.ts";
import { buildDocument } from "../build-document.ts";
import type { PublicQuestion } from "../disclosed/questions.ts";
import type { DocumentInput } from "../input.ts";
import type { DocumentModel, DocumentRun } from "../model.ts";
import { ofKind } from "../of-kind.ts";
import { outcomeText } from "../parts/outcome-text.ts";
import type { SlideDeck, SlideLine, SlidePart } from "./deck.ts";
import { type PrintedRoom, printedRooms } from "./printed-rooms.ts";

/** As many as a hall takes in; the document has all. */
const QUESTIONS_MAX = 5;

type Words = DocumentInput["messages"];
type Questions = ReadonlyMap<string, PublicQuestion>;

/**
 * What is shown for the report on the results: a title, a part a group, the plenary, the figures of the statistics. Whatever anybody
 * wrote is taken from `document`, the results as they are printed: what is hidden, unnamed or worded otherwise there is so here.
 */
export function resultsDeck(document: DocumentModel, input: DocumentInput): SlideDeck {
  const { records, messages } = input;
  const statistics = buildDocument("statistics", input).model;
  const questions = new Map(
    ofKind(records, "question")
      .filter((question): question is PublicQuestion => isPublic(question))
      .map((question) => [question.questionId, question]),
  );
  const rooms = printedRooms(document.blocks);
  return {
    title: document.title,
    meta: document.meta,
    parts:
      rooms.length === 0
        ? [nothingPart(document.title, messages)]
        : rooms.map((room) => roomPart(room, questions, messages)),
    figures: statistics.blocks.flatMap((block) => (block.kind === "figure" ? [block] : [])),
    continued: messages.documents.slides.continued,
    proof: document.footer.text,
    ...(document.watermark !== undefined && { watermark: document.watermark }),
  };
}

function roomPart(room: PrintedRoom, questions: Questions, messages: Words): SlidePart {
  const { slides: words } = messages.documents;
  const lines = [
    ...section(words.points(String(room.points.length)), numbered(room.points)),
    ...questionLines(room, questions, messages),
    ...section(messages.minutes.notesPart, room.notes),
  ];
  return {
    title: room.title,
    facts: room.leaders,
    lines,
    rest: words.rest(room.title.map(({ text }) => text).join("")),
  };
}

function nothingPart(title: string, { documents }: Words): SlidePart {
  return { title: [{ text: title }], facts: [], lines: [plain(documents.results.none)], rest: "" };
}

function plain(text: string): SlideLine {
  return { look: "text", marker: "", depth: 0, runs: [{ text }] };
}

/** Nothing has no heading. */
function section(title: string, lines: readonly SlideLine[]): SlideLine[] {
  return lines.length === 0 ? [] : [{ ...plain(title), look: "section" }, ...lines];
}

function numbered(all: readonly (readonly DocumentRun[])[]): SlideLine[] {
  return all.map((runs, index) => ({ look: "text", marker: `${index + 1}.`, depth: 0, runs }));
}

/** Those that most share, with what became of them. */
function questionLines(room: PrintedRoom, questions: Questions, messages: Words): SlideLine[] {
  const words = messages.documents.slides;
  const asked = room.questions
    .flatMap(({ questionId, texts }) => {
      const question = questions.get(questionId);
      return question === undefined ? [] : [{ question, texts }];
    })
    .sort(({ question: one }, { question: other }) => other.support - one.support);
  const top = asked.slice(0, QUESTIONS_MAX);
  const lines = top.flatMap(({ question, texts }, index): SlideLine[] => [
    { look: "facts", marker: `${index + 1}.`, depth: 0, runs: [{ text: factsOf(question, messages) }] },
    ...texts.map((runs): SlideLine => ({ look: "text", marker: "", depth: 1, runs })),
  ]);
  return section(words.questions(String(top.length), String(asked.length)), lines);
}

function factsOf(question: PublicQuestion, { minutes, documents: { slides } }: Words): string {
  return [
    outcomeText(question, minutes),
    ...(question.support > 0 ? [slides.supported(String(question.support))] : []),
    ...(question.leadUnit === null ? [] : [slides.lead(question.leadUnit)]),
  ].join(slides.between);
}
