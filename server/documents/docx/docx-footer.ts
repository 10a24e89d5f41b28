import { Footer, PageNumber, TextRun } from "docx";
import type { DocumentStyle } from "../style/style.ts";
import { paragraph } from "./docx-paragraph.ts";
import { plainRun, type RunFormat, runProperties } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";

/** `— 1 —`, one character in from the outer edge: right on odd pages, left on even ones. */
export function pageNumberFooters(style: DocumentStyle): { default: Footer; even: Footer } {
  const charTwips = style.pageNumber.sizeHalfPoints * 10;
  return {
    default: new Footer({
      children: [
        paragraph({ style: STYLE.footer, rightTwips: charTwips, alignment: "right" }, pageNumber(style)),
      ],
    }),
    even: new Footer({
      children: [
        paragraph({ style: STYLE.footer, leftTwips: charTwips, alignment: "left" }, pageNumber(style)),
      ],
    }),
  };
}

function pageNumber(style: DocumentStyle): TextRun[] {
  const format: RunFormat = {
    font: style.fonts.pageNumber,
    sizeHalfPoints: style.pageNumber.sizeHalfPoints,
  };
  return [
    plainRun("— ", format),
    new TextRun({ ...runProperties(format), children: [PageNumber.CURRENT] }),
    plainRun(" —", format),
  ];
}
