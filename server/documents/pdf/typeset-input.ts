import { MISSING_MARK } from "../../../shared/documents/font-report.ts";
import type { DocumentFigure } from "../../../shared/documents/model.ts";
import { clustersOf } from "../clusters.ts";
import type { Drawer } from "../figures/drawer.ts";
import { figureWords } from "../figures/figure-table.ts";
import { typeWidth } from "../style/title-lines.ts";
import type { ChosenFonts, FontRole } from "./fonts/choose-fonts.ts";
import type { LineShape, PrintedPages, PrintedParagraph, PrintedPiece, PrintedRun } from "./pieces.ts";
import { lineHalfWidths } from "./shapes.ts";

/** Text, the end of a line, or (null) a place where a line may end. */
type Part = string | null;

/** A run as the template takes it. */
interface InputRun extends Omit<PrintedRun, "text"> {
  readonly parts: readonly Part[];
}

/** What has no place to end a line by itself. */
const UNBROKEN =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}〓]+/gu;

const ZERO_WIDTH_SPACE = "\u200b";

/** Of a line's half widths: so many letters fit, however wide they are. */
const SURE_SHARE = 0.75;
const PIECES_A_LINE = 8;

/** What pages print, as clusters of characters by the typeface they are printed in. */
export function printedClusters(pages: PrintedPages): Map<FontRole, Set<string>> {
  const printed = new Map<FontRole, Set<string>>([["body", new Set()]]);
  const add = ({ role, text }: Pick<PrintedRun, "role" | "text">) => {
    const clusters = printed.get(role) ?? new Set();
    printed.set(role, clusters);
    for (const cluster of clustersOf(text)) clusters.add(cluster);
  };
  add({ role: "pageNumber", text: `0123456789${pages.number.before}${pages.number.after}` });
  const noteRun = (run: PrintedRun) => {
    add(run);
    return [run];
  };
  const noteText = (text: string) => {
    add({ role: "body", text });
    return text;
  };
  mapRuns(pages, noteRun, (figure) => mapFigure(figure, noteText));
  return printed;
}

/** The pages as the template reads them. What no font here has is a mark that stands for it. */
export function typesetInput(pages: PrintedPages, { roles, missing }: ChosenFonts, draw: Drawer): string {
  const { width, left, right } = pages.page;
  const inputRuns = (run: PrintedRun, halfWidths: number) =>
    withMarks(run, missing).map(
      ({ text, ...look }): InputRun => ({ ...look, parts: partsOf(text, halfWidths) }),
    );
  const drawn = (figure: DocumentFigure) => {
    const printable = mapFigure(figure, (text) => withoutMissing(text, missing));
    const fonts = roles.get("body")?.families ?? [];
    return { ...draw(printable, width - left - right, fonts), words: figureWords(printable) };
  };
  const ready = mapRuns(pages, inputRuns, drawn);
  return JSON.stringify({ ...ready, fonts: Object.fromEntries(roles) });
}

/** The pages with each run and figure replaced; `map` is told how many half widths the line of a run takes. */
function mapRuns<T, F>(
  pages: PrintedPages,
  map: (run: PrintedRun, halfWidths: number) => T[],
  ofFigure: (figure: DocumentFigure) => F,
) {
  const { width, left, right } = pages.page;
  const textWidth = width - left - right;
  const runsOf = (runs: readonly PrintedRun[], shape: LineShape, free: number) => {
    const halfWidths = lineHalfWidths(shape, free);
    return runs.flatMap((run) => map(run, halfWidths));
  };
  const paragraph = ({ marker, runs, ...rest }: PrintedParagraph) => ({
    ...rest,
    marker: marker === null ? null : runsOf([marker], rest.shape, textWidth),
    runs: runsOf(runs, rest.shape, textWidth),
  });
  const piece = (one: PrintedPiece) => {
    switch (one.kind) {
      case "paragraph":
        return paragraph(one);
      case "heading":
        return { ...one, paragraph: paragraph(one.paragraph) };
      case "figure":
        return { ...one, figure: ofFigure(one.figure), title: paragraph(one.title) };
      case "sides":
        return { ...one, left: paragraph(one.left), right: runsOf(one.right, one.left.shape, textWidth) };
      case "signature":
        return { ...one, rows: one.rows.map((row) => row.map(paragraph)) };
      case "table": {
        const cells = (list: typeof one.cells) =>
          list.map((cell) => ({
            ...cell,
            paragraphs: cell.paragraphs.map((runs) => runsOf(runs, cell.shape, cell.width)),
          }));
        return { ...one, headCells: cells(one.headCells), cells: cells(one.cells) };
      }
      case "blank":
      case "space":
      case "rule":
      case "pageBreak":
        return one;
    }
  };
  return {
    ...pages,
    pieces: pages.pieces.map(piece),
    watermark:
      pages.watermark === null
        ? null
        : {
            ...pages.watermark,
            runs: pages.watermark.runs.flatMap((run) => map(run, Number.POSITIVE_INFINITY)),
          },
    foot: pages.foot === null ? null : { ...pages.foot, rows: pages.foot.rows.map(piece) },
  };
}

function mapFigure(figure: DocumentFigure, map: (text: string) => string): DocumentFigure {
  const { title, rowsAre, series, rows } = figure;
  return {
    ...figure,
    title: map(title),
    rowsAre: map(rowsAre),
    series: series.map(map),
    rows: rows.map(({ label, values }) => ({ label: map(label), values })),
  };
}

function withoutMissing(text: string, missing: ReadonlySet<string>): string {
  return clustersOf(text)
    .map((cluster) => (missing.has(cluster) ? MISSING_MARK : cluster))
    .join("");
}

/** A run with a mark, to be written over by hand, for each of its characters that cannot be printed. */
function withMarks(run: PrintedRun, missing: ReadonlySet<string>): PrintedRun[] {
  if (missing.size === 0) return [run];
  const runs: PrintedRun[] = [];
  let text = "";
  let isMissing = false;
  const close = () => {
    if (text !== "") runs.push(isMissing ? { ...run, text, marked: true } : { ...run, text });
    text = "";
  };
  for (const cluster of clustersOf(run.text)) {
    if (missing.has(cluster) !== isMissing) close();
    isMissing = missing.has(cluster);
    text += isMissing ? MISSING_MARK : cluster;
  }
  close();
  return runs;
}

/** A token in pieces of so many characters; one each would be a thousand things to set for what fills a page. */
function tokenParts(token: string, pieceLength: number): Part[] {
  const clusters = clustersOf(token);
  const parts: Part[] = [];
  for (let at = 0; at < clusters.length; at += pieceLength) {
    const piece = clusters.slice(at, at + pieceLength).join("");
    parts.push(placeBefore(piece), piece);
  }
  return parts;
}

/**
 * Where a line may end before `cluster`. A space, which whoever copies the text does not get, is enough between letters; marks
 * that may not begin a line need a sign for it.
 */
function placeBefore(cluster: string): Part {
  return /^[\p{L}\p{N}]/u.test(cluster) ? null : ZERO_WIDTH_SPACE;
}

/** A text line by line; what is longer than a line and has no place to end it may end it anywhere. */
function partsOf(text: string, halfWidths: number): Part[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index === 0 ? [] : ["\n"]), ...lineParts(line, halfWidths)]);
}

function lineParts(line: string, halfWidths: number): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: token, index } of line.matchAll(UNBROKEN)) {
    if (typeWidth(token) * 2 <= halfWidths * SURE_SHARE) continue;
    const pieceLength = Math.max(1, Math.floor(halfWidths / PIECES_A_LINE));
    parts.push(line.slice(from, index), ...tokenParts(token, pieceLength));
    from = index + token.length;
  }
  return [...parts, line.slice(from)].filter((part) => part !== "");
}
