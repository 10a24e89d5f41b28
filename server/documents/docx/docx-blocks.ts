import type { Paragraph, Table } from "docx";
import type {
  DocumentBlock,
  DocumentListItem,
  HeadingLevel,
  LabelledLine,
} from "../../../shared/documents/model.ts";
import { markerText } from "../../../shared/documents/notes/notes-to-blocks.ts";
import { needsLineBetween } from "../line-between.ts";
import { bodyCharTwips, type DocumentStyle, textWidthTwips } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import { type FigureMaker, figureParagraphs } from "./docx-figure.ts";
import { paragraph } from "./docx-paragraph.ts";
import { plainRun, type RunFormat, tabRun, textRuns } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";
import { tableOf } from "./docx-table.ts";

/** Body type in `font`, spaced so that a line takes the characters it should. */
export function bodyFormat(style: DocumentStyle, font = style.fonts.body): RunFormat {
  const { sizeHalfPoints, characterSpacingTwips } = style.body;
  return { font, sizeHalfPoints, characterSpacingTwips };
}

/** Every block in turn; a break is a property of what begins the page, else an empty line would stand there. */
export function blocksContent(
  blocks: readonly DocumentBlock[],
  figures: FigureMaker,
  style: DocumentStyle,
): (Paragraph | Table)[] {
  return blocks.flatMap((block, place) => [
    ...blockContent(
      block,
      { place, pageBreakBefore: blocks[place - 1]?.kind === "pageBreak" },
      figures,
      style,
    ),
    ...(needsLineBetween(block, blocks[place + 1]) ? [blankLine()] : []),
  ]);
}

function blockContent(
  block: DocumentBlock,
  { place, pageBreakBefore }: { readonly place: number; readonly pageBreakBefore: boolean },
  figures: FigureMaker,
  style: DocumentStyle,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading": {
      const format = bodyFormat(style, headingFont(block.level, style));
      const number = block.number === null ? [] : [plainRun(block.number, format)];
      const runs = textRuns(block.runs, format, style);
      return [paragraph({ style: STYLE.headings[block.level], pageBreakBefore }, [...number, ...runs])];
    }
    case "paragraph": {
      const format = bodyFormat(style, block.quote ? style.fonts.quote : style.fonts.body);
      const runs = textRuns(block.runs, format, style);
      return [paragraph({ style: STYLE.body, pageBreakBefore, ...firstLine(style) }, runs)];
    }
    case "list":
      return [...pageStart(pageBreakBefore), ...block.items.map((item) => listItem(item, style))];
    case "table":
      return [...pageStart(pageBreakBefore), tableOf(block, style)];
    case "figure":
      return [...pageStart(pageBreakBefore), ...figureParagraphs(block, place, figures, style), blankLine()];
    case "attendance":
      return [
        ...(place === 0 || pageBreakBefore ? pageStart(pageBreakBefore) : [blankLine()]),
        ...block.lines.map((line) => labelledLine(line, style)),
      ];
    case "signature":
      return [...pageStart(pageBreakBefore), ...signatureLines(block.lines, style)];
    case "pageBreak":
      return [];
  }
}

/** Begins a page where what follows cannot. */
function pageStart(pageBreakBefore: boolean): Paragraph[] {
  return pageBreakBefore ? [paragraph({ style: STYLE.body, pageBreakBefore }, [])] : [];
}

function headingFont(level: HeadingLevel, { fonts }: DocumentStyle): string {
  if (level === 1) return fonts.firstHeading;
  return level === 2 ? fonts.secondHeading : fonts.body;
}

function firstLine(style: DocumentStyle) {
  const { firstLineChars } = style.body;
  return { firstLineChars: firstLineChars * 100, firstLineTwips: firstLineChars * bodyCharTwips(style) };
}

/** The marker hangs before a tab; deep lists stop moving right before they run out of line. */
function listItem({ depth, marker, runs }: DocumentListItem, style: DocumentStyle): Paragraph {
  const { hangingChars, indentedDepthMax } = style.list;
  const charTwips = bodyCharTwips(style);
  const steps = Math.min(depth, indentedDepthMax);
  const leftTwips = (style.body.firstLineChars + steps * hangingChars + hangingChars) * charTwips;
  const format = bodyFormat(style);
  const words = textRuns(runs, format, style);
  const mark = markerText(marker);
  if (mark === "") return paragraph({ style: STYLE.body, leftTwips }, words);
  const hangingTwips = hangingChars * charTwips;
  return paragraph({ style: STYLE.body, leftTwips, hangingTwips }, [
    plainRun(mark, format),
    tabRun(format),
    ...words,
  ]);
}

/** `label` two characters in, what follows run over to its own beginning. */
export function labelledLine({ label, runs }: LabelledLine, style: DocumentStyle): Paragraph {
  const charTwips = bodyCharTwips(style);
  const hangingTwips = Math.round(typeWidth(label) * charTwips);
  const leftTwips = style.body.firstLineChars * charTwips + hangingTwips;
  return paragraph({ style: STYLE.body, leftTwips, hangingTwips }, [
    plainRun(label, bodyFormat(style, style.fonts.label)),
    ...textRuns(runs, bodyFormat(style), style),
  ]);
}

/** Two to sign beside each other, with room to write; all of them on one page. */
function signatureLines(lines: readonly LabelledLine[], style: DocumentStyle): Paragraph[] {
  const pairs = Array.from({ length: Math.ceil(lines.length / 2) }, (_, row) =>
    lines.slice(2 * row, 2 * row + 2),
  );
  const format = bodyFormat(style);
  const leftTwips = style.body.firstLineChars * bodyCharTwips(style);
  return pairs.map((pair, row) =>
    paragraph(
      {
        style: STYLE.body,
        keepNext: row < pairs.length - 1,
        beforeTwips: style.body.linePitchTwips,
        leftTwips,
        leftTabTwips: leftTwips + Math.round((textWidthTwips(style) - leftTwips) / 2),
      },
      pair.flatMap(({ label, runs }, place) => [
        ...(place === 0 ? [] : [tabRun(format)]),
        plainRun(label, bodyFormat(style, style.fonts.label)),
        ...textRuns(runs, format, style),
      ]),
    ),
  );
}

export function blankLine(): Paragraph {
  return paragraph({ style: STYLE.body }, []);
}
