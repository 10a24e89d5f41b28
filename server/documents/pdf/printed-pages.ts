import type { DocumentModel } from "../../../shared/documents/model.ts";
import type { DocumentStyle } from "../style/style.ts";
import { watermarkLook } from "../style/watermark.ts";
import type { PrintedPages, PrintedPiece, PrintedWatermark } from "./pieces.ts";
import { labelledParagraph, printedBlocks } from "./printed-blocks.ts";
import { printedHead, printedImprint } from "./printed-head.ts";
import { bodyShape, paragraphOf, plainShape, points, printedRuns } from "./shapes.ts";

/** A word processor's highlights as colours. */
const HIGHLIGHTS = { yellow: "ffff00" } as const;

const BLANK: PrintedPiece = { kind: "blank" };

/** What the typesetter is handed of a document in a style: the style's values and the document's texts, placed. */
export function printedPages(document: DocumentModel, style: DocumentStyle): PrintedPages {
  const { title, meta, blocks, imprint, watermark } = document;
  const { page, pageNumber } = style;
  const numberSize = pageNumber.sizeHalfPoints / 2;
  return {
    title,
    page: {
      width: points(page.widthTwips),
      height: points(page.heightTwips),
      top: points(page.topTwips),
      bottom: points(page.bottomTwips),
      left: points(page.leftTwips),
      right: points(page.rightTwips),
      descent: points(page.bottomTwips - page.footerTwips) - numberSize,
    },
    line: bodyShape(style),
    number: { size: numberSize, before: "— ", after: " —" },
    mark: HIGHLIGHTS[style.placeholderHighlight],
    pieces: [
      ...printedHead(document, style),
      ...meta.map((line) => labelledParagraph(line, style)),
      BLANK,
      ...printedBlocks(blocks, style),
      BLANK,
      paragraphOf(plainShape(style, style.proof), printedRuns([document.footer], "pageNumber")),
    ],
    foot: imprint === null ? null : printedImprint(imprint, style),
    watermark: watermark === undefined ? null : printedWatermark(watermark, page),
  };
}

function printedWatermark(words: string, page: DocumentStyle["page"]): PrintedWatermark {
  const { sizeHalfPoints, colour, angle, places } = watermarkLook(words, page);
  const runs = printedRuns([{ text: words.replace(/\s+/gu, " ") }], "body");
  return { runs, size: sizeHalfPoints / 2, colour, angle, places };
}
