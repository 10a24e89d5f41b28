import type { SlideLine } from "../../../shared/documents/slides/deck.ts";
import type { DocumentStyle } from "../style/style.ts";
import type { SlidePage } from "./deck-pages.ts";
import { type Box, FOOTER, NUMBER } from "./geometry.ts";
import { COLOUR, pitchOf } from "./line-look.ts";
import { emu, fillXml, linesXml, paragraphXml, type RunLook, runPropertiesXml, runsXml } from "./text-xml.ts";
import { wrappedRows } from "./wrapped-rows.ts";

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a page number is known by; the same in every file. */
const NUMBER_FIELD_ID = "{5A6C1F5E-2B7D-4C39-9E61-7D0F4B8A3C12}";
const FOOTER_SIZE = 18;

/** Text that somebody adds makes all of it smaller rather than run off the page. */
const BODY_PROPERTIES =
  '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>';
/** Where the outline of a deck finds what a page says. */
const PLACEHOLDERS = {
  cover: '<p:ph type="ctrTitle"/>',
  title: '<p:ph type="title"/>',
  body: '<p:ph idx="1"/>',
} as const;

/** What stands on a page, from the back to the front. */
type Shape =
  | { readonly kind: "block"; readonly name: string; readonly box: Box; readonly colour: string }
  | {
      readonly kind: "text";
      readonly name: string;
      readonly box: Box;
      readonly placeholder?: string;
      readonly paragraphs: string;
    };

/** One page of the deck; `title` is said at the foot of every one but the first. */
export function slideXml(page: SlidePage, title: string): string {
  const shapes = page.kind === "cover" ? coverShapes(page) : contentShapes(page, title);
  return `${XML_HEAD}<p:sld ${NAMESPACES}><p:cSld>${treeXml(shapes.map(shapeXml).join(""))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

/** The frame that shapes stand in. */
export function treeXml(shapes: string): string {
  return (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>' +
    `${shapes}</p:spTree>`
  );
}

function coverShapes(page: Extract<SlidePage, { kind: "cover" }>): Shape[] {
  const { style, title, boxes, lines } = page;
  return [
    { kind: "block", name: "bar", box: boxes.bar, colour: COLOUR.canal },
    {
      kind: "text",
      name: "title",
      placeholder: PLACEHOLDERS.cover,
      box: boxes.title,
      paragraphs: titleXml(title, style.fonts.title),
    },
    ...textShape("facts", boxes.body, lines, style),
  ];
}

function contentShapes(page: Extract<SlidePage, { kind: "content" }>, deckTitle: string): Shape[] {
  const { style, title, facts, boxes, lines } = page;
  const { titleFont } = style.slides;
  const footer = { font: titleFont, size: FOOTER_SIZE, colour: COLOUR.mute };
  return [
    {
      kind: "text",
      name: "title",
      placeholder: PLACEHOLDERS.title,
      box: boxes.title,
      paragraphs: titleXml(title, titleFont),
    },
    ...textShape("facts", boxes.facts, facts === null ? [] : [facts], style),
    { kind: "block", name: "rule", box: boxes.rule, colour: COLOUR.line },
    ...textShape("body", boxes.body, lines, style, PLACEHOLDERS.body),
    {
      kind: "text",
      name: "footer",
      box: FOOTER,
      paragraphs: paragraphXml(runsXml([{ text: footerTitle(deckTitle) }], footer), {
        pitch: pitchOf(FOOTER_SIZE),
      }),
    },
    { kind: "text", name: "number", box: NUMBER, paragraphs: numberXml(footer) },
  ];
}

/** A box of lines; none has no box. */
function textShape(
  name: string,
  box: Box,
  lines: readonly SlideLine[],
  style: DocumentStyle,
  placeholder?: string,
): Shape[] {
  if (lines.length === 0) return [];
  const paragraphs = linesXml(lines, style);
  return [{ kind: "text", name, box, paragraphs, ...(placeholder !== undefined && { placeholder }) }];
}

function titleXml({ runs, size }: SlidePage["title"], font: string): string {
  return paragraphXml(runsXml(runs, { font, size, colour: COLOUR.canal }), { pitch: pitchOf(size) });
}

function numberXml(look: RunLook): string {
  const field = `<a:fld id="${NUMBER_FIELD_ID}" type="slidenum">${runPropertiesXml({}, look)}<a:t>‹#›</a:t></a:fld>`;
  return paragraphXml(field, { pitch: pitchOf(look.size), isRight: true });
}

/** As much of a title as the foot of a page has room for; the first page has all of it. */
function footerTitle(title: string): string {
  const [, end] = wrappedRows(title, FOOTER.width / FOOTER_SIZE - 1);
  return end === undefined ? title : `${title.slice(0, end).trim()}…`;
}

function shapeXml(shape: Shape, at: number): string {
  const id = at + 2;
  const name = `<p:cNvPr id="${id}" name="${shape.name} ${id}"/>`;
  if (shape.kind === "block") {
    return (
      `<p:sp><p:nvSpPr>${name}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placeXml(shape.box)}` +
      `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fillXml(shape.colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
    );
  }
  const own =
    shape.placeholder === undefined
      ? '<p:cNvSpPr txBox="1"/><p:nvPr/>'
      : `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${shape.placeholder}</p:nvPr>`;
  return (
    `<p:sp><p:nvSpPr>${name}${own}</p:nvSpPr><p:spPr>${placeXml(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
    `<p:txBody>${BODY_PROPERTIES}<a:lstStyle/>${shape.paragraphs}</p:txBody></p:sp>`
  );
}

function placeXml({ left, top, width, height }: Box): string {
  return `<a:xfrm><a:off x="${emu(left)}" y="${emu(top)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}
