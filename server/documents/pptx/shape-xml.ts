import type { Box } from "./geometry.ts";
import { emu, fillXml } from "./text-xml.ts";

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text that somebody adds makes all of it smaller rather than run off the page. */
const BODY_PROPERTIES =
  '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>';
/** What stands on a page, from the back to the front. */
export type Shape =
  | {
      readonly kind: "block";
      readonly name: string;
      readonly box: Box;
      readonly colour: string;
      /** Of its outline; none where absent. */
      readonly outline?: string;
    }
  | {
      readonly kind: "text";
      readonly name: string;
      readonly box: Box;
      readonly placeholder?: string;
      readonly paragraphs: string;
    };

/** The frame that shapes stand in. */
export function treeXml(shapes: string): string {
  return (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>' +
    `${shapes}</p:spTree>`
  );
}

/** A shape of a page, by its place among them. */
export function shapeXml(shape: Shape, at: number): string {
  const id = at + 2;
  const name = `<p:cNvPr id="${id}" name="${shape.name} ${id}"/>`;
  if (shape.kind === "block") {
    return (
      `<p:sp><p:nvSpPr>${name}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placeXml(shape.box)}` +
      `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fillXml(shape.colour)}<a:ln w="${emu(0.75)}">${shape.outline === undefined ? "<a:noFill/>" : fillXml(shape.outline)}</a:ln></p:spPr></p:sp>`
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
