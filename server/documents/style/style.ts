import type { HouseStyle } from "../../../shared/protocol/house-style/house-style.ts";
import { OFFICIAL_HOUSE_STYLE } from "../../../shared/protocol/house-style/official-house-style.ts";

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
  readonly slides: HouseStyle["slides"];
  readonly placeholderHighlight: "yellow";
}

/** A house style as renderers count: lengths in twips, type in half points, rules in eighths of a point. */
export function documentStyle(house: HouseStyle): DocumentStyle {
  const { fonts, page, body, title, table, wideTable, list, pageNumber, redHead, imprint, proof, slides } =
    house;
  return {
    fonts,
    page: {
      widthTwips: twipsFromMm(page.widthMm),
      heightTwips: twipsFromMm(page.heightMm),
      topTwips: twipsFromMm(page.topMm),
      bottomTwips: twipsFromMm(page.bottomMm),
      leftTwips: twipsFromMm(page.leftMm),
      rightTwips: twipsFromMm(page.rightMm),
      footerTwips: twipsFromMm(page.footerMm),
    },
    body: {
      ...lines(body),
      characterSpacingTwips: twipsFromPt(body.characterSpacingPt),
      firstLineChars: body.firstLineChars,
    },
    title: {
      ...lines(title),
      lineMaxChars: title.lineMaxChars,
      linesBelowRedRule: title.linesBelowRedRule,
    },
    table: {
      ...lines(table),
      ruleEighthPoints: eighthsOf(table.rulePt),
      cellPaddingTwips: twipsFromMm(table.cellPaddingMm),
    },
    wideTable: lines(wideTable),
    list,
    pageNumber: { sizeHalfPoints: halvesOf(pageNumber.sizePt) },
    redHead: {
      colour: redHead.colour,
      signSizeMaxHalfPoints: halvesOf(redHead.signSizeMaxPt),
      signWidthShare: redHead.signWidthShare,
      signTopTwips: twipsFromMm(redHead.signTopMm),
      ruleEighthPoints: eighthsOf(redHead.rulePt),
    },
    imprint: {
      ...lines(imprint),
      outerRuleEighthPoints: eighthsOf(imprint.outerRulePt),
      innerRuleEighthPoints: eighthsOf(imprint.innerRulePt),
    },
    proof: lines(proof),
    slides,
    placeholderHighlight: "yellow",
  };
}

function lines({ sizePt, linePitchPt }: { readonly sizePt: number; readonly linePitchPt: number }) {
  return { sizeHalfPoints: halvesOf(sizePt), linePitchTwips: twipsFromPt(linePitchPt) };
}

function twipsFromMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

function twipsFromPt(points: number): number {
  return Math.round(points * 20);
}

function halvesOf(points: number): number {
  return Math.round(points * 2);
}

function eighthsOf(points: number): number {
  return Math.max(1, Math.round(points * 8));
}

/** As the standard has it. */
export const OFFICIAL_STYLE = documentStyle(OFFICIAL_HOUSE_STYLE);

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
