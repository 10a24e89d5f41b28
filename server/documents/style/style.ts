/** Lengths in twips: a twentieth of a point, 1440 to the inch. */
function twipsFromMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Sizes in half points, as the file format counts them; the names are those of Chinese type. */
const TYPE_SIZE = { chu: 84, er: 44, san: 32, si: 28, wu: 21, xiaoWu: 18 } as const;

/** Typefaces by what they are used for; the names are those a word processor on a Chinese desktop knows. */
export interface DocumentFonts {
  readonly title: string;
  readonly body: string;
  readonly firstHeading: string;
  readonly secondHeading: string;
  readonly label: string;
  readonly quote: string;
  readonly pageNumber: string;
}

/** Everything about the look of a document; a renderer holds no value of its own. */
export interface DocumentStyle {
  readonly fonts: DocumentFonts;
  readonly page: {
    readonly widthTwips: number;
    readonly heightTwips: number;
    readonly topTwips: number;
    readonly bottomTwips: number;
    readonly leftTwips: number;
    readonly rightTwips: number;
    readonly footerTwips: number;
  };
  readonly body: {
    readonly sizeHalfPoints: number;
    readonly linePitchTwips: number;
    readonly characterSpacingTwips: number;
    readonly firstLineChars: number;
  };
  readonly title: {
    readonly sizeHalfPoints: number;
    readonly linePitchTwips: number;
    readonly lineMaxChars: number;
    readonly linesBelowRedRule: number;
  };
  readonly table: {
    readonly sizeHalfPoints: number;
    readonly linePitchTwips: number;
    readonly ruleEighthPoints: number;
    readonly cellPaddingTwips: number;
  };
  /** What differs in tables on pages that lie down. */
  readonly wideTable: { readonly sizeHalfPoints: number; readonly linePitchTwips: number };
  readonly list: { readonly hangingChars: number; readonly indentedDepthMax: number };
  readonly pageNumber: { readonly sizeHalfPoints: number };
  readonly redHead: {
    readonly colour: string;
    readonly signSizeMaxHalfPoints: number;
    /** How much of the text width the sign may take. */
    readonly signWidthShare: number;
    readonly signTopTwips: number;
    readonly ruleEighthPoints: number;
  };
  readonly imprint: {
    readonly sizeHalfPoints: number;
    readonly linePitchTwips: number;
    readonly outerRuleEighthPoints: number;
    readonly innerRuleEighthPoints: number;
  };
  readonly proof: { readonly sizeHalfPoints: number; readonly linePitchTwips: number };
  readonly placeholderHighlight: "yellow";
}

/**
 * The defaults of GB/T 9704-2012 and of custom where it is silent. A body line is 156 mm, 442.2 pt: 28 characters of
 * 16 pt need 0.21 pt less each; spacing is counted in whole twips, and 5 is the least that is enough. 22 lines of
 * 579 twips fill 225 mm.
 */
export const OFFICIAL_STYLE: DocumentStyle = {
  fonts: {
    title: "方正小标宋简体",
    body: "仿宋_GB2312",
    firstHeading: "黑体",
    secondHeading: "楷体_GB2312",
    label: "黑体",
    quote: "楷体_GB2312",
    pageNumber: "宋体",
  },
  page: {
    widthTwips: twipsFromMm(210),
    heightTwips: twipsFromMm(297),
    topTwips: twipsFromMm(37),
    bottomTwips: twipsFromMm(35),
    leftTwips: twipsFromMm(28),
    rightTwips: twipsFromMm(26),
    footerTwips: twipsFromMm(25),
  },
  body: {
    sizeHalfPoints: TYPE_SIZE.san,
    linePitchTwips: 579,
    characterSpacingTwips: -5,
    firstLineChars: 2,
  },
  title: {
    sizeHalfPoints: TYPE_SIZE.er,
    linePitchTwips: 660,
    lineMaxChars: 18,
    linesBelowRedRule: 2,
  },
  table: { sizeHalfPoints: TYPE_SIZE.si, linePitchTwips: 440, ruleEighthPoints: 4, cellPaddingTwips: 100 },
  wideTable: { sizeHalfPoints: TYPE_SIZE.wu, linePitchTwips: 340 },
  list: { hangingChars: 2, indentedDepthMax: 5 },
  pageNumber: { sizeHalfPoints: TYPE_SIZE.si },
  redHead: {
    colour: "FF0000",
    signSizeMaxHalfPoints: TYPE_SIZE.chu,
    signWidthShare: 0.95,
    signTopTwips: twipsFromMm(35),
    ruleEighthPoints: 12,
  },
  imprint: {
    sizeHalfPoints: TYPE_SIZE.si,
    linePitchTwips: 480,
    outerRuleEighthPoints: 8,
    innerRuleEighthPoints: 6,
  },
  proof: { sizeHalfPoints: TYPE_SIZE.xiaoWu, linePitchTwips: 280 },
  placeholderHighlight: "yellow",
};

/** The same look on pages that lie down: turned, with the head where the left edge was, the tables of many columns in smaller type. */
export function lyingDown(style: DocumentStyle): DocumentStyle {
  const { widthTwips, heightTwips, topTwips, bottomTwips, leftTwips, rightTwips, footerTwips } = style.page;
  const page = {
    widthTwips: heightTwips,
    heightTwips: widthTwips,
    topTwips: leftTwips,
    bottomTwips: rightTwips,
    leftTwips: bottomTwips,
    rightTwips: topTwips,
    footerTwips: Math.min(footerTwips, Math.round(rightTwips / 2)),
  };
  const table = { ...style.table, ...style.wideTable };
  return { ...style, page, table };
}

/** The width of the text area. */
export function textWidthTwips({ page }: DocumentStyle): number {
  return page.widthTwips - page.leftTwips - page.rightTwips;
}

/** How wide one body character stands. */
export function bodyCharTwips({ body }: DocumentStyle): number {
  return body.sizeHalfPoints * 10 + body.characterSpacingTwips;
}
