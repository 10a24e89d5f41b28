import type { DocumentRun, HeadingLevel } from "../../../shared/documents/model.ts";
import { bodyCharTwips, type DocumentStyle } from "../style/style.ts";
import type { FontRole } from "./fonts/choose-fonts.ts";
import type { LineShape, PrintedParagraph, PrintedRun } from "./pieces.ts";

/** Twips as points. */
export function points(twips: number): number {
  return twips / 20;
}

/** Lines of body type that fill the width of the text. */
export function bodyShape({ body }: DocumentStyle): LineShape {
  return {
    size: body.sizeHalfPoints / 2,
    pitch: points(body.linePitchTwips),
    tracking: points(body.characterSpacingTwips),
    align: "justify",
    left: 0,
    right: 0,
    first: 0,
  };
}

/** A body paragraph: two characters in, lines that run over flush left. */
export function indentedShape(style: DocumentStyle): LineShape {
  return { ...bodyShape(style), first: points(style.body.firstLineChars * bodyCharTwips(style)) };
}

/** Lines of another size, not spaced to a number of characters. */
export function plainShape(
  style: DocumentStyle,
  { sizeHalfPoints, linePitchTwips }: { readonly sizeHalfPoints: number; readonly linePitchTwips: number },
): LineShape {
  return {
    ...bodyShape(style),
    size: sizeHalfPoints / 2,
    pitch: points(linePitchTwips),
    tracking: 0,
    align: "left",
  };
}

export function headingRole(level: HeadingLevel): FontRole {
  if (level === 1) return "firstHeading";
  return level === 2 ? "secondHeading" : "body";
}

export function paragraphOf(
  shape: LineShape,
  runs: readonly PrintedRun[],
  { key, marker = null }: { readonly key?: string | undefined; readonly marker?: PrintedRun | null } = {},
): PrintedParagraph {
  return { kind: "paragraph", ...keyed(key), shape, runs, marker };
}

/** The key of what has one, to be spread. */
export function keyed(key: string | undefined): { readonly key?: string } {
  return key === undefined ? {} : { key };
}

/** The document's runs in a typeface; a slope, which Chinese type has none of, is told by the typeface of quotations. */
export function printedRuns(runs: readonly DocumentRun[], role: FontRole): PrintedRun[] {
  return runs.map(({ text, bold, italic, underline, strike, placeholder }) => ({
    text: text.replace(/[^\S\n]/gu, " "),
    role: italic ? "quote" : role,
    ...(bold ? { bold } : {}),
    ...(underline ? { underline } : {}),
    ...(strike ? { strike } : {}),
    ...(placeholder ? { marked: true as const } : {}),
  }));
}

/** Half widths that a line of a shape takes where `width` is free for it. */
export function lineHalfWidths(shape: LineShape, width: number): number {
  const free = width - shape.left - shape.right - Math.max(0, shape.first);
  return Math.max(1, Math.floor((free / (shape.size + shape.tracking)) * 2));
}
