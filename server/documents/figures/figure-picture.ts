import { Resvg } from "@resvg/resvg-js";
import type { DrawnFigure } from "./draw-figure.ts";

/** Sharp on paper: 216 dots an inch. */
const DOTS_A_POINT = 3;

/** A figure as a PNG, for readers that draw no SVG; its texts are set in `fontFiles`. */
export function figurePicture({ svg }: DrawnFigure, fontFiles: readonly string[]): Uint8Array {
  const picture = new Resvg(svg, {
    font: { fontFiles: [...fontFiles], loadSystemFonts: false },
    fitTo: { mode: "zoom", value: DOTS_A_POINT },
  });
  return picture.render().asPng();
}
