import type { DocumentStyle } from "./style.ts";
import { typeWidth } from "./title-lines.ts";

/** How a mark across the pages looks. */
export interface WatermarkLook {
  readonly sizeHalfPoints: number;
  readonly colour: string;
  /** In degrees, up to the right. */
  readonly angle: number;
  /** Where on the height of a page its middles are, from 0 to 1. */
  readonly places: readonly number[];
}

const SIZE_MAX_HALF_POINTS = 48;
const SIZE_MIN_HALF_POINTS = 16;
/** Pale enough to be read through, dark enough to be copied with the page. */
const COLOUR = "d9d9d9";
const ANGLE = 35;
const PLACES = [0.2, 0.5, 0.8];
/** Of the slanting way across a page. */
const WIDTH_SHARE = 0.92;

/** As large as the words allow on one line from edge to edge. */
export function watermarkLook(words: string, page: Pick<DocumentStyle["page"], "widthTwips">): WatermarkLook {
  const wayTwips = (page.widthTwips / Math.cos((ANGLE / 180) * Math.PI)) * WIDTH_SHARE;
  const fitting = Math.floor(wayTwips / Math.max(1, typeWidth(words)) / 10);
  const sizeHalfPoints = Math.max(SIZE_MIN_HALF_POINTS, Math.min(SIZE_MAX_HALF_POINTS, fitting));
  return { sizeHalfPoints, colour: COLOUR, angle: ANGLE, places: PLACES };
}
