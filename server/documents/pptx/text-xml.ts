import type { DocumentRun } from "../../../shared/documents/model.ts";
import type { SlideLine } from "../../../shared/documents/slides/deck.ts";
import { escapeXml } from "../escape-xml.ts";
import type { DocumentStyle } from "../style/style.ts";
import { lineLook } from "./line-look.ts";

/** The format counts lengths so. */
const EMU_A_POINT = 12_700;
const HIGHLIGHT = "FFFF00";

export interface RunLook {
  readonly font: string;
  readonly size: number;
  readonly colour: string;
}

/** Points as the format counts lengths. */
export function emu(points: number): number {
  return Math.round(points * EMU_A_POINT);
}

/** The lines of a box, the first without what is free above it. */
export function linesXml(lines: readonly SlideLine[], style: DocumentStyle): string {
  return lines.map((line, at) => lineXml(line, at === 0, style)).join("");
}

function lineXml(line: SlideLine, isFirst: boolean, style: DocumentStyle): string {
  const look = lineLook(line, style);
  const marker = line.marker === "" ? "" : runXml({ text: `${line.marker}\t` }, look);
  return paragraphXml(marker + runsXml(line.runs, look), {
    pitch: look.pitch,
    gap: isFirst ? 0 : look.gap,
    left: look.left,
    hanging: look.hanging,
  });
}

/** How a paragraph stands. Lengths in points. */
interface ParagraphShape {
  readonly pitch: number;
  readonly gap?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly isRight?: boolean;
}

/** A paragraph of rows so far apart, whatever the font. */
export function paragraphXml(
  runs: string,
  { pitch, gap = 0, left = 0, hanging = 0, isRight = false }: ParagraphShape,
): string {
  const hundredths = (points: number) => Math.round(points * 100);
  return (
    `<a:p><a:pPr marL="${emu(left)}" indent="${emu(-hanging)}" algn="${isRight ? "r" : "l"}">` +
    `<a:lnSpc><a:spcPts val="${hundredths(pitch)}"/></a:lnSpc>` +
    `<a:spcBef><a:spcPts val="${hundredths(gap)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>` +
    `<a:buNone/></a:pPr>${runs}</a:p>`
  );
}

export function runsXml(runs: readonly DocumentRun[], look: RunLook): string {
  return runs.map((run) => runXml(run, look)).join("");
}

function runXml({ text, ...run }: DocumentRun, look: RunLook): string {
  const properties = runPropertiesXml(run, look);
  return text
    .split("\n")
    .map((row) => row.replace(/[^\S\t]/gu, " "))
    .map((row, at) => {
      const before = at === 0 ? "" : `<a:br>${properties}</a:br>`;
      return before + (row === "" ? "" : `<a:r>${properties}<a:t>${escapeXml(row)}</a:t></a:r>`);
    })
    .join("");
}

/** Every run names its typeface for every script, so that no theme's is left for a program to ask for. */
export function runPropertiesXml(
  { bold, italic, underline, strike, placeholder }: Omit<DocumentRun, "text">,
  look: RunLook,
): string {
  const attributes = [
    'lang="zh-CN"',
    'altLang="en-US"',
    `sz="${Math.round(look.size * 100)}"`,
    ...(bold ? ['b="1"'] : []),
    ...(italic ? ['i="1"'] : []),
    ...(underline ? ['u="sng"'] : []),
    ...(strike ? ['strike="sngStrike"'] : []),
    'dirty="0"',
  ].join(" ");
  return (
    `<a:rPr ${attributes}>${fillXml(look.colour)}` +
    (placeholder ? `<a:highlight><a:srgbClr val="${HIGHLIGHT}"/></a:highlight>` : "") +
    `${fontXml(look.font)}</a:rPr>`
  );
}

export function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** A typeface for Latin, Chinese and other scripts alike. */
export function fontXml(font: string): string {
  const name = escapeXml(font);
  return `<a:latin typeface="${name}"/><a:ea typeface="${name}"/><a:cs typeface="${name}"/>`;
}
