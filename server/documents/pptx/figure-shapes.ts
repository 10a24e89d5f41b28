import type { DocumentFigure } from "../../../shared/documents/model.ts";
import { FIGURE_COLOURS } from "../figures/figure-colours.ts";
import type { DocumentStyle } from "../style/style.ts";
import type { Box } from "./geometry.ts";
import { COLOUR, pitchOf } from "./line-look.ts";
import type { Shape } from "./shape-xml.ts";
import { paragraphXml, runsXml } from "./text-xml.ts";
import { wrappedRows } from "./wrapped-rows.ts";

/** Lengths in points. */
const SIZE = 18;
const PITCH = pitchOf(SIZE);
const LABEL_WIDTH = 270;
const GAP = 14;
const BAR_HEIGHT = 20;
const LEGEND_HEIGHT = 36;
const KEY = 14;
/** Kept free for the numbers at the end of the longest bar. */
const NUMBERS_WIDTH = 110;
const BETWEEN = " · ";

type Row = DocumentFigure["rows"][number];

/** How many of the rows a box has room for: one at least. */
export function figureRowsIn(rows: readonly Row[], height: number): number {
  let used = LEGEND_HEIGHT;
  const end = rows.findIndex((row) => {
    used += rowHeight(row);
    return used > height;
  });
  return end === -1 ? rows.length : Math.max(1, end);
}

/** Bars that lie, a row each, in shapes that can be changed: their names at the left, their numbers at the right end. */
export function figureShapes({ series, rows }: DocumentFigure, box: Box, style: DocumentStyle): Shape[] {
  const left = box.left + LABEL_WIDTH + GAP;
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  const scale = (box.width - LABEL_WIDTH - GAP - NUMBERS_WIDTH) / longest;
  const shapes = legend(series, { ...box, left }, style);
  let top = box.top + LEGEND_HEIGHT;
  for (const row of rows) {
    const height = rowHeight(row);
    const middle = top + height / 2;
    const labelHeight = labelRows(row) * PITCH;
    const label = { left: box.left, top: middle - labelHeight / 2, width: LABEL_WIDTH, height: labelHeight };
    shapes.push(textShape("label", row.label, label, style, true));
    let from = left;
    for (const [part, value] of row.values.entries()) {
      const width = value * scale;
      const bar = { left: from, top: middle - BAR_HEIGHT / 2, width, height: BAR_HEIGHT };
      if (value > 0) shapes.push(blockShape("bar", bar, part));
      from += width;
    }
    const numbers = {
      left: from + 8,
      top: middle - PITCH / 2,
      width: NUMBERS_WIDTH - 8,
      height: PITCH,
    };
    shapes.push(textShape("numbers", row.values.join(BETWEEN), numbers, style));
    top += height;
  }
  return shapes;
}

/** Which colour is what, in the order in which the numbers stand. */
function legend(series: readonly string[], { left, top }: Box, style: DocumentStyle): Shape[] {
  let from = left;
  return series.flatMap((name, part): Shape[] => {
    const width = (name.length + 1) * SIZE;
    const key = { left: from, top: top + (PITCH - KEY) / 2, width: KEY, height: KEY };
    const text = { left: from + KEY + 6, top, width, height: PITCH };
    from += KEY + 6 + width + GAP;
    return [blockShape("key", key, part), textShape("series", name, text, style)];
  });
}

function rowHeight(row: Row): number {
  return Math.max(1.5, labelRows(row) + 0.3) * PITCH;
}

function labelRows({ label }: Row): number {
  return wrappedRows(label, LABEL_WIDTH / SIZE).length;
}

function textShape(name: string, text: string, box: Box, style: DocumentStyle, isRight = false): Shape {
  const look = { font: style.slides.textFont, size: SIZE, colour: COLOUR.ink };
  const paragraphs = paragraphXml(runsXml([{ text }], look), { pitch: PITCH, isRight });
  return { kind: "text", name, box, paragraphs };
}

/** Outlined, since the lightest is hardly told from the page. */
function blockShape(name: string, box: Box, part: number): Shape {
  const colour = FIGURE_COLOURS[part % FIGURE_COLOURS.length] ?? COLOUR.ink;
  return { kind: "block", name, box, colour, outline: COLOUR.ink };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
