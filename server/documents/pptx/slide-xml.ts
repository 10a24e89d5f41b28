import type { SlideLine } from "../../../shared/documents/slides/deck.ts";
import type { DocumentStyle } from "../style/style.ts";
import type { ContentPage, CoverPage, SlidePage } from "./deck-pages.ts";
import { figureShapes } from "./figure-shapes.ts";
import { type Box, FOOTER, NUMBER } from "./geometry.ts";
import { COLOUR, pitchOf } from "./line-look.ts";
import { NAMESPACES, type Shape, shapeXml, treeXml, XML_HEAD } from "./shape-xml.ts";
import { linesXml, paragraphXml, type RunLook, runPropertiesXml, runsXml } from "./text-xml.ts";
import { wrappedRows } from "./wrapped-rows.ts";

/** What a page number is known by; the same in every file. */
const NUMBER_FIELD_ID = "{5A6C1F5E-2B7D-4C39-9E61-7D0F4B8A3C12}";
const FOOTER_SIZE = 18;

/** Where the outline of a deck finds what a page says. */
const PLACEHOLDERS = {
  cover: '<p:ph type="ctrTitle"/>',
  title: '<p:ph type="title"/>',
  body: '<p:ph idx="1"/>',
} as const;

/** One page of the deck; `title` is said at the foot of every one but the first. */
export function slideXml(page: SlidePage, title: string): string {
  const shapes = page.kind === "cover" ? coverShapes(page) : contentShapes(page, title);
  return `${XML_HEAD}<p:sld ${NAMESPACES}><p:cSld>${treeXml(shapes.map(shapeXml).join(""))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

function coverShapes(page: CoverPage): Shape[] {
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

function contentShapes(page: ContentPage, deckTitle: string): Shape[] {
  const { style, title, facts, boxes, lines, figure } = page;
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
    ...(figure === null ? [] : figureShapes(figure, boxes.body, style)),
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
