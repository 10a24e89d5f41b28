import { escapeXml } from "../escape-xml.ts";
import { bodyCharTwips, type DocumentStyle } from "../style/style.ts";

/** Ids of the style sheet. */
export const STYLE = {
  body: "Normal",
  title: "Title",
  headings: { 1: "Heading1", 2: "Heading2", 3: "Heading3", 4: "Heading4" },
  tableText: "TableText",
  footer: "Footer",
} as const;

/**
 * The whole style part. The library's own has coloured headings and no fonts; this one names every font slot and no
 * theme, so nothing is left for a word processor to fill in.
 */
export function styleSheetXml(style: DocumentStyle): string {
  const { fonts, body, table, title, pageNumber } = style;
  const indent = `<w:ind w:firstLineChars="${body.firstLineChars * 100}" w:firstLine="${body.firstLineChars * bodyCharTwips(style)}"/>`;
  const heading = (level: 1 | 2 | 3 | 4, font: string) =>
    paragraphStyle(STYLE.headings[level], `heading ${level}`, {
      next: STYLE.body,
      properties: `<w:keepNext/>${exactLine(body.linePitchTwips)}${indent}<w:outlineLvl w:val="${level - 1}"/>`,
      run: runXml(font, body.sizeHalfPoints),
    });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${runXml(fonts.body, body.sizeHalfPoints)}`,
    '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>',
    `<w:style w:type="paragraph" w:default="1" w:styleId="${STYLE.body}"><w:name w:val="Normal"/><w:qFormat/>`,
    `<w:pPr>${exactLine(body.linePitchTwips)}<w:jc w:val="both"/></w:pPr>`,
    `<w:rPr>${runXml(fonts.body, body.sizeHalfPoints)}</w:rPr></w:style>`,
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>',
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    paragraphStyle(STYLE.title, "Title", {
      next: STYLE.body,
      properties: `<w:keepNext/><w:snapToGrid w:val="0"/>${exactLine(title.linePitchTwips)}<w:jc w:val="center"/>`,
      run: runXml(fonts.title, title.sizeHalfPoints),
    }),
    heading(1, fonts.firstHeading),
    heading(2, fonts.secondHeading),
    heading(3, fonts.body),
    heading(4, fonts.body),
    paragraphStyle(STYLE.tableText, "Table Text", {
      next: STYLE.tableText,
      properties: `<w:snapToGrid w:val="0"/>${exactLine(table.linePitchTwips)}<w:jc w:val="left"/>`,
      run: runXml(fonts.body, table.sizeHalfPoints),
    }),
    paragraphStyle(STYLE.footer, "footer", {
      next: STYLE.footer,
      properties: '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>',
      run: runXml(fonts.pageNumber, pageNumber.sizeHalfPoints),
    }),
    "</w:styles>",
  ].join("");
}

function paragraphStyle(
  id: string,
  name: string,
  { next, properties, run }: { next: string; properties: string; run: string },
): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${STYLE.body}"/>` +
    `<w:next w:val="${next}"/><w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

function exactLine(twips: number): string {
  return `<w:spacing w:line="${twips}" w:lineRule="exact"/>`;
}

function runXml(font: string, sizeHalfPoints: number): string {
  const name = escapeXml(font);
  return (
    `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>` +
    `<w:sz w:val="${sizeHalfPoints}"/><w:szCs w:val="${sizeHalfPoints}"/>`
  );
}
