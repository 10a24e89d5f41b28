/** Where things stand on a page of 16 to 9, in points. */
export const PAGE = { width: 960, height: 540 } as const;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 56;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;

/** The end of what is above the footer. */
const TEXT_END = 494;

export const FOOTER: Box = { left: MARGIN, top: 502, width: TEXT_WIDTH - 100, height: 26 };
export const NUMBER: Box = { left: PAGE.width - MARGIN - 90, top: 502, width: 90, height: 26 };

/** Above the rule: the title, then who leads. `titleHeight` and `factsHeight` are those of their lines. */
export function contentBoxes(titleHeight: number, factsHeight: number) {
  const title: Box = { left: MARGIN, top: 20, width: TEXT_WIDTH, height: titleHeight };
  const facts: Box = {
    left: MARGIN,
    top: title.top + titleHeight + 2,
    width: TEXT_WIDTH,
    height: factsHeight,
  };
  const rule: Box = { left: MARGIN, top: facts.top + factsHeight + 6, width: TEXT_WIDTH, height: 1 };
  const top = rule.top + 12;
  const body: Box = { left: MARGIN, top, width: TEXT_WIDTH, height: TEXT_END - top };
  return { title, facts, rule, body };
}

/** The first page: the title on a band that leads the eye, and what is to be known below it. */
export function coverBoxes(titleHeight: number) {
  const title: Box = { left: MARGIN + 32, top: 150, width: TEXT_WIDTH - 64, height: titleHeight };
  const bar: Box = { left: MARGIN, top: title.top, width: 6, height: titleHeight };
  const top = title.top + titleHeight + 28;
  const body: Box = { left: title.left, top, width: title.width, height: TEXT_END - top };
  return { title, bar, body };
}
