import type { DocumentFigure, DocumentRun } from "../../../shared/documents/model.ts";
import type { SlideDeck, SlideLine, SlidePart } from "../../../shared/documents/slides/deck.ts";
import type { DocumentStyle } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import { figureRowsIn } from "./figure-shapes.ts";
import { type FilledPage, filledPage, type Room } from "./filled-page.ts";
import { type Box, contentBoxes, coverBoxes } from "./geometry.ts";
import { lineLook, pitchOf, rowsOf, textOf } from "./line-look.ts";
import { wrappedRows } from "./wrapped-rows.ts";

/** Of one part: an hour of talk. What is beyond stands in the document. */
export const PART_PAGES_MAX = 8;

/** A title is set in so many rows at most; one that needs more stands in the text. */
const TITLE_ROWS_MAX = 3;
const TITLE_SIZE_MIN = 24;
const COVER_SCALE = 1.2;

interface Title {
  readonly runs: readonly DocumentRun[];
  readonly size: number;
}

/** A part is set smaller by so much where it has room on one page then. */
const SMALLER_PT = [2, 4];
const TEXT_SIZE_MIN = 18;

interface Page {
  readonly style: DocumentStyle;
  readonly title: Title;
  readonly lines: readonly SlideLine[];
}

export interface CoverPage extends Page {
  readonly kind: "cover";
  readonly boxes: ReturnType<typeof coverBoxes>;
}

export interface ContentPage extends Page {
  readonly kind: "content";
  readonly boxes: ReturnType<typeof contentBoxes>;
  readonly facts: SlideLine | null;
  readonly figure: DocumentFigure | null;
}

/** One page, with all that stands on it and how it is set. */
export type SlidePage = CoverPage | ContentPage;

/** The pages of a deck: its title, then each part on as many as it needs. */
export function deckPages(deck: SlideDeck, style: DocumentStyle): SlidePage[] {
  return [
    ...coverPages(deck, style),
    ...deck.parts.flatMap((part) => wholePart(part, deck, style)),
    ...deck.figures.flatMap((figure) => figurePages(figure, deck, style)),
  ];
}

/** A figure on as many pages as its rows need. */
function figurePages(figure: DocumentFigure, deck: SlideDeck, style: DocumentStyle): ContentPage[] {
  const pages: ContentPage[] = [];
  for (let rows = figure.rows; rows.length > 0; ) {
    const title = pages.length === 0 ? figure.title : figure.title + deck.continued;
    const [page] = partPages({ title: [{ text: title }], facts: [], lines: [], rest: "" }, deck, style);
    if (page === undefined) return pages;
    const count = figureRowsIn(rows, page.boxes.body.height);
    pages.push({ ...page, figure: { ...figure, rows: rows.slice(0, count) } });
    rows = rows.slice(count);
  }
  return pages;
}

/** On one page if somewhat smaller type does it; a page with two lines on it helps nobody. */
function wholePart(part: SlidePart, deck: SlideDeck, style: DocumentStyle): ContentPage[] {
  const pages = partPages(part, deck, style);
  if (pages.length !== 2) return pages;
  const tries = SMALLER_PT.map((less) => partPages(part, deck, smaller(style, less)));
  return tries.find((tried) => tried.length === 1) ?? pages;
}

function smaller(style: DocumentStyle, lessPt: number): DocumentStyle {
  const { textSizePt, factsSizePt } = style.slides;
  const less = (size: number) => Math.max(Math.min(size, TEXT_SIZE_MIN), size - lessPt);
  return {
    ...style,
    slides: { ...style.slides, textSizePt: less(textSizePt), factsSizePt: less(factsSizePt) },
  };
}

function coverPages(deck: SlideDeck, style: DocumentStyle): SlidePage[] {
  const size = style.slides.titleSizePt * COVER_SCALE;
  const { title, lines: before } = fittingTitle([{ text: deck.title }], size, coverBoxes(0).title);
  const height = rowCount(title, coverBoxes(0).title) * pitchOf(title.size);
  const boxes = coverBoxes(height);
  const meta = deck.meta.map(
    ({ label, runs }): SlideLine => ({
      look: "text",
      marker: "",
      depth: 0,
      runs: [{ text: label }, ...runs],
    }),
  );
  const { placed, left } = filledPage([...before, ...meta], boxes.body, style);
  const further: SlidePart = { title: title.runs, facts: [], lines: left, rest: "" };
  return [
    { kind: "cover", style, title, boxes, lines: placed },
    ...(left.length === 0 ? [] : partPages(further, deck, style, 2)),
  ];
}

function partPages(part: SlidePart, deck: SlideDeck, style: DocumentStyle, number = 1): ContentPage[] {
  const isFurther = number > 1;
  const frame = contentBoxes(0, 0);
  const fitting = fittingTitle(part.title, style.slides.titleSizePt, frame.title);
  const title = isFurther
    ? { ...fitting.title, runs: [...fitting.title.runs, { text: deck.continued }] }
    : fitting.title;
  const factsLine: SlideLine = { look: "facts", marker: "", depth: 0, runs: part.facts };
  const hasFacts = !isFurther && part.facts.length > 0;
  const factRows = hasFacts ? rowsOf(factsLine, frame.facts.width, style).length : 0;
  const hasRoom = factRows <= TITLE_ROWS_MAX;
  const boxes = contentBoxes(
    rowCount(title, frame.title) * pitchOf(title.size),
    hasRoom ? factRows * pitchOf(style.slides.factsSizePt) : 0,
  );
  const lines = [
    ...(isFurther ? [] : fitting.lines),
    ...(hasFacts && !hasRoom ? [factsLine] : []),
    ...part.lines,
  ];
  const { placed, left } = bounded(filledPage(lines, boxes.body, style), {
    rest: number === PART_PAGES_MAX ? part.rest : "",
    lines,
    room: boxes.body,
    style,
  });
  const page: ContentPage = {
    kind: "content",
    style,
    title,
    facts: hasFacts && hasRoom ? factsLine : null,
    boxes,
    lines: placed,
    figure: null,
  };
  if (left.length === 0) return [page];
  return [page, ...partPages({ ...part, lines: goingOn(placed, left, deck) }, deck, style, number + 1)];
}

/** The last page there may be says where what it has no room for stands. */
function bounded(
  filled: FilledPage,
  {
    rest,
    lines,
    room,
    style,
  }: {
    readonly rest: string;
    readonly lines: readonly SlideLine[];
    readonly room: Room;
    readonly style: DocumentStyle;
  },
): FilledPage {
  if (rest === "" || filled.left.length === 0) return filled;
  const line: SlideLine = { look: "facts", marker: "", depth: 0, runs: [{ text: rest }] };
  const { gap, pitch } = lineLook(line, style);
  const height = room.height - gap - rowsOf(line, room.width, style).length * pitch;
  return { placed: [...filledPage(lines, { ...room, height }, style).placed, line], left: [] };
}

/** What goes on says again what it is. */
function goingOn(placed: readonly SlideLine[], left: readonly SlideLine[], deck: SlideDeck): SlideLine[] {
  const section = placed.findLast(({ look }) => look === "section");
  if (section === undefined || left[0]?.look === "section") return [...left];
  const isSaid = textOf(section.runs).endsWith(deck.continued);
  return [isSaid ? section : { ...section, runs: [...section.runs, { text: deck.continued }] }, ...left];
}

/** A title as large as the style says and few rows take; one that is a text stands below its beginning once more. */
function fittingTitle(
  runs: readonly DocumentRun[],
  size: number,
  box: Pick<Box, "width">,
): { readonly title: Title; readonly lines: readonly SlideLine[] } {
  const text = textOf(runs);
  const fitting = Math.floor((box.width * 0.95) / (typeWidth(text) + 0.6));
  const smaller = Math.max(TITLE_SIZE_MIN, Math.min(size, fitting));
  const rows = wrappedRows(text, box.width / smaller);
  const end = rows[TITLE_ROWS_MAX];
  if (end === undefined) return { title: { runs, size: smaller }, lines: [] };
  const begin = `${text.slice(0, rows[TITLE_ROWS_MAX - 1]).trim()}……`;
  return {
    title: { runs: [{ text: begin }], size: smaller },
    lines: [{ look: "heading", marker: "", depth: 0, runs }],
  };
}

function rowCount({ runs, size }: Title, { width }: Pick<Box, "width">): number {
  return wrappedRows(textOf(runs), width / size).length;
}
