import { z } from "zod";
import { outlineSchema } from "./outline.ts";

/** Where a text that can be worded otherwise stands on a page; one that runs over a page has a place on each. Lengths in points from the page's upper left corner. */
export const previewPlaceSchema = z.strictObject({
  key: z.string(),
  /** The whole text, as it is printed. */
  text: z.string(),
  /** From 1. */
  page: z.number().int(),
  xPt: z.number(),
  yPt: z.number(),
  widthPt: z.number(),
  heightPt: z.number(),
  /** Of its type, from line to line, and how far its first line begins to the right of the others. */
  sizePt: z.number(),
  pitchPt: z.number(),
  firstPt: z.number(),
});
export type PreviewPlace = z.infer<typeof previewPlaceSchema>;

export const previewReplySchema = z.strictObject({
  /** Names what is shown: of `preview.pdf?digest=` and as the ETag. */
  digest: z.string(),
  title: z.string(),
  pageCount: z.number().int(),
  pages: z.array(z.strictObject({ widthPt: z.number(), heightPt: z.number() })),
  /** In the order of the document. */
  places: z.array(previewPlaceSchema),
  outline: outlineSchema,
});
export type PreviewReply = z.infer<typeof previewReplySchema>;
