import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { DocumentFigure } from "../../../shared/documents/model.ts";
import { typeWidth } from "../style/title-lines.ts";
import { FIGURE_COLOURS } from "./figure-colours.ts";

/** A figure as SVG; lengths in points. */
export interface DrawnFigure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const FONT_SIZE = 12;
const LABEL_MAX_CHARS = 12;
const BAR_HEIGHT = 20;
const GAP = 8;
const LEGEND_HEIGHT = 24;
const LEGEND_MIDDLE = FONT_SIZE / 2 + 2;
const INKS = ["#ffffff", "#1d2329", "#1d2329"];
const COLOURS = FIGURE_COLOURS.map((colour) => `#${colour}`);
const INK = "#1d2329";

/**
 * Bars that lie, a row each, with their names at the left and their numbers in them. The same figure is the same SVG. Texts
 * are in the first of `fonts` that a reader has.
 */
export function drawFigure(
  { rowsAre, rows, series }: DocumentFigure,
  width: number,
  fonts: readonly string[],
): DrawnFigure {
  const labels = rows.map(({ label }) => linesOf(label));
  const lineCount = Math.max(1, ...labels.map((lines) => lines.length));
  const step = Math.max(BAR_HEIGHT, lineCount * FONT_SIZE * 1.2) + GAP;
  const labelWidth = Math.max(...[rowsAre, ...labels.flat()].map(widthOf));
  const height = LEGEND_HEIGHT + rows.length * step;
  const stretches = rows.flatMap(({ values }, row) =>
    values.map((value, part) => ({ row, part, value, from: sum(values.slice(0, part)) })),
  );
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  const left = labelWidth + GAP;
  const scale = (width - left - 2 * FONT_SIZE) / longest;
  const { document } = parseHTML("<html></html>");
  const common = { width, height, margin: 0, document, className: "figure" };
  const shown = stretches.filter(({ value }) => value > 0);
  const middle = ({ row }: { readonly row: number }) => LEGEND_HEIGHT + row * step + step / 2;
  const plot = Plot.plot({
    ...common,
    style: {
      fontFamily: fonts.map((font) => `'${font}'`).join(", "),
      fontSize: `${FONT_SIZE}px`,
      background: "none",
    },
    x: { axis: null, type: "identity" },
    y: { axis: null, type: "identity" },
    marks: [
      Plot.text(
        rows.map((_, row) => ({ row })),
        {
          x: labelWidth,
          y: middle,
          text: ({ row }: { row: number }) => (labels[row] ?? []).join("\n"),
          textAnchor: "end",
          fill: INK,
        },
      ),
      Plot.rect(shown, {
        x1: ({ from }) => left + from * scale,
        x2: ({ from, value }) => left + (from + value) * scale,
        y1: (stretch) => middle(stretch) - BAR_HEIGHT / 2,
        y2: (stretch) => middle(stretch) + BAR_HEIGHT / 2,
        fill: ({ part }) => COLOURS[part % COLOURS.length] ?? INK,
        stroke: INK,
        strokeWidth: 0.4,
      }),
      Plot.text(shown, {
        x: ({ from, value }) => left + (from + value / 2) * scale,
        y: middle,
        text: ({ value }) => String(value),
        fill: ({ part }) => INKS[part % INKS.length] ?? INK,
      }),
      Plot.text(
        rows.flatMap(({ values }, row) => (sum(values) === 0 ? [{ row }] : [])),
        { x: left, y: middle, text: () => "0", textAnchor: "start", fill: INK },
      ),
      Plot.text([rowsAre], {
        x: labelWidth,
        y: LEGEND_MIDDLE,
        text: (text: string) => text,
        textAnchor: "end",
        fill: INK,
      }),
      ...legend(series, left),
    ],
  });
  return { svg: asFile(String(plot.outerHTML)), width, height };
}

/** Which colour is what, above the bars. */
function legend(series: readonly string[], left: number) {
  const entries = series.map((name, part) => ({
    name,
    part,
    x: left + series.slice(0, part).reduce((at, before) => at + widthOf(before) + 3 * FONT_SIZE, 0),
  }));
  const side = FONT_SIZE * 0.4;
  return [
    Plot.rect(entries, {
      x1: ({ x }) => x,
      x2: ({ x }) => x + 2 * side,
      y1: () => LEGEND_MIDDLE - side,
      y2: () => LEGEND_MIDDLE + side,
      fill: ({ part }) => COLOURS[part % COLOURS.length] ?? INK,
      stroke: INK,
      strokeWidth: 0.4,
    }),
    Plot.text(entries, {
      x: ({ x }) => x + FONT_SIZE * 1.2,
      y: () => LEGEND_MIDDLE,
      text: "name",
      textAnchor: "start",
      fill: INK,
    }),
  ];
}

/** A label in lines short enough for the bars to have room. */
function linesOf(label: string): string[] {
  const lines: string[] = [""];
  for (const character of label.replace(/\s+/gu, " ")) {
    const line = lines.at(-1) ?? "";
    if (typeWidth(line + character) > LABEL_MAX_CHARS) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines;
}

/** At most; figures and letters are wider than half a character. */
function widthOf(text: string): number {
  return (typeWidth(text) + 0.15 * text.length) * FONT_SIZE;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** By itself an SVG needs its name space, and no style sheet, which is for pages. */
function asFile(svg: string): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
}
