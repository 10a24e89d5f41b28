import { PageBreak, type Paragraph, type Table, TextRun } from "docx";
import type {
  DocumentBlock,
  DocumentListItem,
  HeadingLevel,
  LabelledLine,
} from "../../../shared/documents/model.ts";
import { markerText } from "../../../shared/documents/notes/notes-to-blocks.ts";
import { bodyCharTwips, type DocumentStyle } from "../style/style.ts";
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

export function blockContent(
  block: DocumentBlock,
  place: number,
  figures: FigureMaker,
  style: DocumentStyle,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading": {
      const format = bodyFormat(style, headingFont(block.level, style));
      const number = block.number === null ? [] : [plainRun(block.number, format)];
      const runs = textRuns(block.runs, format, style);
      return [paragraph({ style: STYLE.headings[block.level] }, [...number, ...runs])];
    }
    case "paragraph": {
      const format = bodyFormat(style, block.quote ? style.fonts.quote : style.fonts.body);
      return [paragraph({ style: STYLE.body, ...firstLine(style) }, textRuns(block.runs, format, style))];
    }
    case "list":
      return block.items.map((item) => listItem(item, style));
    case "table":
      return [tableOf(block, style), paragraph({ style: STYLE.body }, [])];
    case "figure":
      return [...figureParagraphs(block, place, figures, style), blankLine()];
    case "signature":
      return [blankLine(), ...block.lines.map((line) => labelledLine(line, style))];
    case "pageBreak":
      return [paragraph({ style: STYLE.body }, [new TextRun({ children: [new PageBreak()] })])];
  }
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

export function blankLine(): Paragraph {
  return paragraph({ style: STYLE.body }, []);
}
