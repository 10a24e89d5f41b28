import { escapeXml } from "../escape-xml.ts";
import type { DocumentStyle } from "../style/style.ts";
import { watermarkLook } from "../style/watermark.ts";
import { PAGE } from "./geometry.ts";
import { emu, runPropertiesXml } from "./text-xml.ts";

const TWIPS_A_POINT = 20;
const ANGLE_UNITS_A_DEGREE = 60_000;
/** In degrees, up to the right: so flat that a wide page holds all of the words. */
const ANGLE = 20;
/** Apart from those of what else stands on the master. */
const ID = 100;

/** Words across the middle of every page, behind all that stands on it. */
export function watermarkXml(words: string, style: DocumentStyle): string {
  const { sizeHalfPoints, colour } = watermarkLook(words, {
    widthTwips: PAGE.width * TWIPS_A_POINT,
  });
  const size = sizeHalfPoints / 2;
  const height = size * 2;
  const run = `<a:r>${runPropertiesXml({}, { font: style.slides.textFont, size, colour })}<a:t>${escapeXml(words)}</a:t></a:r>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${ID}" name="watermark"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr><a:xfrm rot="${-ANGLE * ANGLE_UNITS_A_DEGREE}"><a:off x="0" y="${emu((PAGE.height - height) / 2)}"/><a:ext cx="${emu(PAGE.width)}" cy="${emu(height)}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>' +
    `<p:txBody><a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/>${run}</a:p></p:txBody></p:sp>`
  );
}
