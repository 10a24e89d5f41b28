import type { DocumentRun } from "../../../shared/documents/model.ts";
import type { SlideLine } from "../../../shared/documents/slides/deck.ts";
import type { DocumentStyle } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import { wrappedRows } from "./wrapped-rows.ts";

/** Of `look.md`, as hex. */
export const COLOUR = { canal: "14607A", ink: "1D2329", mute: "5B6670", line: "DFE3E6" } as const;

/** From the top of a row to the top of the next, in sizes of its type. */
const PITCH = 1.35;
const STEPS_MAX = 4;
/** A step to the right, in full widths of the text. */
const STEP_CHARS = 1.5;

/** Above a line, in points: what belongs together stands together. */
const GAPS = { section: 14, facts: 6, heading: 6, text: 3 } as const;

/** How a line is set. Lengths in points. */
export interface LineLook {
  readonly font: string;
  readonly size: number;
  readonly colour: string;
  readonly pitch: number;
  /** Above it, where something stands there. */
  readonly gap: number;
  /** From the left to its rows. */
  readonly left: number;
  /** How far to the left of them its marker stands. */
  readonly hanging: number;
}

export function lineLook({ look, depth, marker }: SlideLine, { slides }: DocumentStyle): LineLook {
  const { titleFont, textFont, textSizePt, factsSizePt } = slides;
  const step = STEP_CHARS * textSizePt;
  const size = look === "facts" ? factsSizePt : textSizePt;
  const hanging = marker === "" ? 0 : Math.max(step, (typeWidth(marker) + 0.6) * size);
  return {
    font: look === "text" ? textFont : titleFont,
    size,
    colour: look === "section" ? COLOUR.canal : look === "facts" ? COLOUR.mute : COLOUR.ink,
    pitch: pitchOf(size),
    gap: GAPS[look],
    left: Math.min(depth, STEPS_MAX) * step + hanging,
    hanging,
  };
}

export function pitchOf(size: number): number {
  return Math.round(size * PITCH);
}

/** Where the rows of a line begin, in a box so wide. */
export function rowsOf(line: SlideLine, width: number, style: DocumentStyle): number[] {
  const { left, size } = lineLook(line, style);
  return wrappedRows(textOf(line.runs), (width - left) / size);
}

export function textOf(runs: readonly DocumentRun[]): string {
  return runs.map(({ text }) => text).join("");
}
