import { type Paragraph, TextRun } from "docx";
import type { DocumentModel, RedHeadBlock } from "../../../shared/documents/model.ts";
import { signSizeHalfPoints } from "../style/sign-size.ts";
import { bodyCharTwips, type DocumentStyle, textWidthTwips } from "../style/style.ts";
import { titleLines } from "../style/title-lines.ts";
import { blankLine, bodyFormat } from "./docx-blocks.ts";
import { paragraph } from "./docx-paragraph.ts";
import { plainRun, type RunFormat, runProperties, tabRun, textRuns } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";

/** The red head, when there is one, then the title on its lines. */
export function headParagraphs({ redHead, title }: DocumentModel, style: DocumentStyle): Paragraph[] {
  if (redHead === null) return [titleParagraph(title, style), blankLine()];
  const gap = Array.from({ length: style.title.linesBelowRedRule }, blankLine);
  return [...redHeadParagraphs(redHead, style), ...gap, titleParagraph(title, style), blankLine()];
}

function titleParagraph(title: string, style: DocumentStyle): Paragraph {
  const { sizeHalfPoints, linePitchTwips, lineMaxChars } = style.title;
  const format: RunFormat = { font: style.fonts.title, sizeHalfPoints };
  const runs = titleLines(title.replace(/\s+/gu, " "), lineMaxChars).map(
    (line, index) =>
      new TextRun({ ...runProperties(format), ...(index > 0 ? { break: 1 } : {}), text: line }),
  );
  return paragraph({ style: STYLE.title, snapToGrid: false, linePitchTwips, alignment: "center" }, runs);
}

function redHeadParagraphs(
  { sign, serial, issuer, issuedOn }: RedHeadBlock,
  style: DocumentStyle,
): Paragraph[] {
  const { colour, signTopTwips, ruleEighthPoints } = style.redHead;
  const sizeHalfPoints = signSizeHalfPoints(sign.map(({ text }) => text).join(""), style);
  const signFormat: RunFormat = { font: style.fonts.title, sizeHalfPoints, colour };
  const indent = bodyCharTwips(style);
  return [
    paragraph(
      {
        style: STYLE.title,
        snapToGrid: false,
        linePitchTwips: sizeHalfPoints * 13,
        beforeTwips: signTopTwips,
        alignment: "center",
      },
      textRuns(sign, signFormat, style),
    ),
    blankLine(),
    ...(serial === null
      ? []
      : [paragraph({ style: STYLE.body, alignment: "center" }, [plainRun(serial, bodyFormat(style))])]),
    paragraph(
      {
        style: STYLE.body,
        snapToGrid: false,
        firstLineTwips: indent,
        rightTabTwips: textWidthTwips(style) - indent,
        alignment: "left",
        bottomRule: { eighthPoints: ruleEighthPoints, colour },
      },
      [
        ...textRuns(issuer, bodyFormat(style), style),
        tabRun(bodyFormat(style)),
        ...textRuns(issuedOn, bodyFormat(style), style),
      ],
    ),
  ];
}
