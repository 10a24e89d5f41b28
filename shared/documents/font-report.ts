import { z } from "zod";

/** What a document with fonts in it was printed in; told to whoever takes it, in the header `FONTS_HEADER`. */
export const fontReportSchema = z.strictObject({
  /** For each typeface of the style that occurs, the fonts it is printed in, what prints most of it first. */
  fonts: z.array(z.strictObject({ wanted: z.string(), used: z.array(z.string()) })),
  /** Characters that no font here has, as many as `MISSING_TOLD_MAX`; `MISSING_MARK` stands for them. */
  missing: z.array(z.string()),
  missingCount: z.number().int(),
});
export type FontReport = z.infer<typeof fontReportSchema>;

/** Holds the report as JSON, percent-encoded. */
export const FONTS_HEADER = "Document-Fonts";

/** What Chinese printers set where they lack a character. */
export const MISSING_MARK = "〓";

export const MISSING_TOLD_MAX = 40;
