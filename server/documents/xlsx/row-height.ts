import type { SheetColumn } from "../../../shared/documents/sheets/sheet-model.ts";

const LINE_POINTS = 13.5;
const PADDING_POINTS = 4;
/** Enough for a name by hand. */
const HAND_POINTS = 28;
/** As high as a row of a spreadsheet can be. */
const ROW_MAX_POINTS = 409;
/** What takes the place of two figures. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFF}“”‘’—…·]/u;

/** How high a row has to be for all that stands in it, in points; programs that set rows by themselves go by their own. */
export function rowHeight(columns: readonly SheetColumn[], cells: readonly string[]): number {
  const lines = columns.map(({ width, isHidden }, index) =>
    isHidden === true ? 1 : linesIn(cells[index] ?? "", width),
  );
  const least = columns.some(({ isByHand }) => isByHand === true) ? HAND_POINTS : 0;
  return Math.max(least, Math.min(ROW_MAX_POINTS, Math.max(1, ...lines) * LINE_POINTS + PADDING_POINTS));
}

function linesIn(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2 : 1;
  return width;
}
