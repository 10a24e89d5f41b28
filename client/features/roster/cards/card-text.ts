import { isWide } from "../../../ui/text/wide-character.ts";
import type { CardsPerSheet } from "./card-sheets.ts";

/** Inside a card of half an A4 sheet, in points. */
const WIDTH_PT = 238;
/** What is left for the name above everything else on a card. */
const NAME_HEIGHT_PT: Readonly<Record<CardsPerSheet, number>> = { 8: 68, 10: 29 };
const NAME_LINE = 1.2;
/** A Latin letter, a digit or a space beside a Chinese character. */
const NARROW_EM = 0.6;

interface Sizes {
  readonly name: number;
  readonly unit: number;
  readonly place: number;
}

/** Sizes in points at which all of a card's lines stand on it whole: a name in two lines at most, unit and post too. */
export function cardSizes(
  { name, unit, place }: { readonly name: string; readonly unit: string; readonly place: string },
  perSheet: CardsPerSheet,
): Sizes {
  return {
    name: Math.max(
      ...[1, 2].map((lines) =>
        Math.min(fitting(name, lines, 26), NAME_HEIGHT_PT[perSheet] / lines / NAME_LINE),
      ),
    ),
    unit: fitting(unit, 2, 12),
    place: fitting(place, 1, 11),
  };
}

/** The largest size, up to `maxPt`, at which a text stands in so many lines. */
function fitting(text: string, lines: number, maxPt: number): number {
  const ems = [...text].reduce((sum, character) => sum + (isWide(character) ? 1 : NARROW_EM), 0);
  // A line that ends before a character that does not fit is shorter by it.
  const perLine = Math.ceil(ems / lines) + (lines > 1 ? 1 : 0);
  return Math.min(maxPt, Math.floor((WIDTH_PT / Math.max(perLine, 1)) * 10) / 10);
}
