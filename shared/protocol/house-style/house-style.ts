import { z } from "zod";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";

/** The name of a typeface as programs know it: nothing that means something in a file. */
const fontName = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} _.+()（）-]*[\p{L}\p{N})）])?$/u);
const typeSizePt = z.number().min(5).max(60);
const linePitchPt = z.number().min(5).max(120);
const marginMm = z.number().min(0).max(150);
const rulePt = z.number().min(0.125).max(6);

const SECTIONS = {
  /** Typefaces by what they are used for. */
  fonts: z.strictObject({
    title: fontName,
    body: fontName,
    firstHeading: fontName,
    secondHeading: fontName,
    label: fontName,
    quote: fontName,
    pageNumber: fontName,
  }),
  /** Of pages that stand; those that lie are turned. */
  page: z.strictObject({
    widthMm: z.number().min(148).max(420),
    heightMm: z.number().min(148).max(420),
    topMm: marginMm,
    bottomMm: marginMm,
    leftMm: marginMm,
    rightMm: marginMm,
    /** From the edge of the paper to the page number. */
    footerMm: marginMm,
  }),
  body: z.strictObject({
    sizePt: typeSizePt,
    linePitchPt,
    characterSpacingPt: z.number().min(-2).max(5),
    firstLineChars: z.number().int().min(0).max(4),
  }),
  title: z.strictObject({
    sizePt: typeSizePt,
    linePitchPt,
    lineMaxChars: z.number().int().min(6).max(40),
    linesBelowRedRule: z.number().int().min(0).max(6),
  }),
  table: z.strictObject({
    sizePt: typeSizePt,
    linePitchPt,
    rulePt,
    cellPaddingMm: z.number().min(0).max(5),
  }),
  /** What differs in tables on pages that lie. */
  wideTable: z.strictObject({ sizePt: typeSizePt, linePitchPt }),
  list: z.strictObject({
    hangingChars: z.number().int().min(1).max(4),
    indentedDepthMax: z.number().int().min(0).max(8),
  }),
  pageNumber: z.strictObject({ sizePt: typeSizePt }),
  redHead: z.strictObject({
    /** As hex, without a number sign. */
    colour: z.string().regex(/^[0-9A-Fa-f]{6}$/),
    signSizeMaxPt: typeSizePt,
    /** Of the width of the text. */
    signWidthShare: z.number().min(0.3).max(1),
    signTopMm: z.number().min(0).max(80),
    rulePt,
    /** The 纪要标志 where a document names none. */
    sign: lineText(LIMITS.redHeadLineMaxChars).nullable(),
  }),
  /** 版记. */
  imprint: z.strictObject({
    sizePt: typeSizePt,
    linePitchPt,
    outerRulePt: rulePt,
    innerRulePt: rulePt,
    /** 印发机关 where a document names none. */
    issuer: lineText(LIMITS.redHeadLineMaxChars).nullable(),
    /** 抄送 where a document names nobody. */
    copyTo: z.array(lineText(LIMITS.redHeadLineMaxChars)).max(LIMITS.copyToMax),
  }),
  proof: z.strictObject({ sizePt: typeSizePt, linePitchPt }),
  /** Read from the back of a hall. */
  slides: z.strictObject({
    titleFont: fontName,
    textFont: fontName,
    titleSizePt: z.number().min(24).max(60),
    textSizePt: z.number().min(18).max(40),
    factsSizePt: z.number().min(18).max(32),
  }),
};

/** Everything an office may set about the look of its documents. Lengths in millimetres, type in points. */
export const houseStyleSchema = z.strictObject(SECTIONS);
export type HouseStyle = z.infer<typeof houseStyleSchema>;

/** What differs from the default; whoever changes it names that alone. */
export const houseStyleFieldsSchema = z
  .strictObject({
    fonts: SECTIONS.fonts.partial(),
    page: SECTIONS.page.partial(),
    body: SECTIONS.body.partial(),
    title: SECTIONS.title.partial(),
    table: SECTIONS.table.partial(),
    wideTable: SECTIONS.wideTable.partial(),
    list: SECTIONS.list.partial(),
    pageNumber: SECTIONS.pageNumber.partial(),
    redHead: SECTIONS.redHead.partial(),
    imprint: SECTIONS.imprint.partial(),
    proof: SECTIONS.proof.partial(),
    slides: SECTIONS.slides.partial(),
  })
  .partial();
export type HouseStyleChanges = z.infer<typeof houseStyleFieldsSchema>;
