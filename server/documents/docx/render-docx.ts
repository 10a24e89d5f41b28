import { Document, DocumentGridType, Packer, PageOrientation, type Paragraph, type Table } from "docx";
import type { DocumentModel } from "../../../shared/documents/model.ts";
import { cleanDocument } from "../clean-text.ts";
import { escapeXml } from "../escape-xml.ts";
import { drawerFor } from "../figures/drawer.ts";
import { type DocumentStyle, lyingDown, OFFICIAL_STYLE } from "../style/style.ts";
import { blankLine, blocksContent, labelledLine } from "./docx-blocks.ts";
import type { FigureMaker } from "./docx-figure.ts";
import { pageNumberFooters } from "./docx-footer.ts";
import { headParagraphs } from "./docx-head.ts";
import { imprintTable } from "./docx-imprint.ts";
import { paragraph } from "./docx-paragraph.ts";
import { textRuns } from "./docx-runs.ts";
import { STYLE, styleSheetXml } from "./docx-styles.ts";
import { watermarkHeaders } from "./docx-watermark.ts";
import { fixZipDates } from "./zip-dates.ts";

/**
 * The document as a word processor's file. Equal documents give equal bytes: the file carries no time of its own.
 * `fontFiles` are those that figures are set in where their readers draw none. Takes seconds of processor time for a long one, so
 * `renderDocument` has it done in a process of its own.
 */
export async function renderDocx(
  document: DocumentModel,
  houseStyle: DocumentStyle = OFFICIAL_STYLE,
  fontFiles: readonly string[] = [],
): Promise<Buffer> {
  const clean = cleanDocument(document);
  const figures: FigureMaker = { draw: await drawerFor(clean), fontFiles };
  const style = document.layout === "landscape" ? lyingDown(houseStyle) : houseStyle;
  const { page, body } = style;
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: pageSize(document.layout, style),
            margin: {
              top: page.topTwips,
              bottom: page.bottomTwips,
              left: page.leftTwips,
              right: page.rightTwips,
              footer: page.footerTwips,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: body.linePitchTwips },
        },
        ...(clean.watermark !== undefined && { headers: watermarkHeaders(clean.watermark, style) }),
        footers: pageNumberFooters(style),
        children: content(clean, figures, style),
      },
    ],
  });
  const archive = await Packer.toBuffer(file, undefined, [
    { path: "word/styles.xml", data: styleSheetXml(style) },
    { path: "docProps/core.xml", data: corePropertiesXml(clean.title) },
  ]);
  return fixZipDates(archive);
}

/** The library turns what it is told to lie down itself. */
function pageSize(layout: DocumentModel["layout"], { page }: DocumentStyle) {
  return layout === "landscape"
    ? { width: page.heightTwips, height: page.widthTwips, orientation: PageOrientation.LANDSCAPE }
    : { width: page.widthTwips, height: page.heightTwips };
}

function content(document: DocumentModel, figures: FigureMaker, style: DocumentStyle): (Paragraph | Table)[] {
  return [
    ...headParagraphs(document, style),
    ...document.meta.map((line) => labelledLine(line, style)),
    blankLine(),
    ...blocksContent(document.blocks, figures, style),
    blankLine(),
    proofParagraph(document, style),
    ...(document.imprint === null ? [] : [imprintTable(document.imprint, style), anchorParagraph()]),
  ];
}

function proofParagraph({ footer }: DocumentModel, style: DocumentStyle): Paragraph {
  const { sizeHalfPoints, linePitchTwips } = style.proof;
  return paragraph({ style: STYLE.body, snapToGrid: false, linePitchTwips, alignment: "left" }, [
    ...textRuns([{ text: footer.text }], { font: style.fonts.pageNumber, sizeHalfPoints }, style),
  ]);
}

/** A floating table stands on the page of the paragraph after it, and a document may not end with a table. */
function anchorParagraph(): Paragraph {
  return paragraph({ style: STYLE.body, snapToGrid: false, linePitchTwips: 20 }, []);
}

/** Title alone: no author, no dates; the library would write both. */
function corePropertiesXml(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  );
}
