import type { HouseStyle } from "./house-style.ts";

/** Sizes in points; the names are those of Chinese type. */
const TYPE_SIZE_PT = { chu: 42, er: 22, san: 16, si: 14, wu: 10.5, xiaoWu: 9 } as const;

/**
 * The defaults of GB/T 9704-2012 and of custom where it is silent. A body line is 156 mm, 442.2 pt: 28 characters of
 * 16 pt need 0.21 pt less each; word processors count a twentieth of a point, and 0.25 is the least that is enough. 22 lines of
 * 28.95 pt fill 225 mm.
 */
export const OFFICIAL_HOUSE_STYLE: HouseStyle = {
  fonts: {
    title: "方正小标宋简体",
    body: "仿宋_GB2312",
    firstHeading: "黑体",
    secondHeading: "楷体_GB2312",
    label: "黑体",
    quote: "楷体_GB2312",
    pageNumber: "宋体",
  },
  page: { widthMm: 210, heightMm: 297, topMm: 37, bottomMm: 35, leftMm: 28, rightMm: 26, footerMm: 25 },
  body: { sizePt: TYPE_SIZE_PT.san, linePitchPt: 28.95, characterSpacingPt: -0.25, firstLineChars: 2 },
  title: { sizePt: TYPE_SIZE_PT.er, linePitchPt: 33, lineMaxChars: 18, linesBelowRedRule: 2 },
  table: { sizePt: TYPE_SIZE_PT.si, linePitchPt: 22, rulePt: 0.5, cellPaddingMm: 1.76 },
  wideTable: { sizePt: TYPE_SIZE_PT.wu, linePitchPt: 17 },
  list: { hangingChars: 2, indentedDepthMax: 5 },
  pageNumber: { sizePt: TYPE_SIZE_PT.si },
  redHead: {
    colour: "FF0000",
    signSizeMaxPt: TYPE_SIZE_PT.chu,
    signWidthShare: 0.95,
    signTopMm: 35,
    rulePt: 1.5,
    sign: null,
  },
  imprint: {
    sizePt: TYPE_SIZE_PT.si,
    linePitchPt: 24,
    // 0.35 and 0.25 mm, in the eighths of a point that word processors count.
    outerRulePt: 1,
    innerRulePt: 0.75,
    issuer: null,
    copyTo: [],
  },
  proof: { sizePt: TYPE_SIZE_PT.xiaoWu, linePitchPt: 14 },
  slides: { titleFont: "黑体", textFont: "宋体", titleSizePt: 36, textSizePt: 24, factsSizePt: 20 },
};
