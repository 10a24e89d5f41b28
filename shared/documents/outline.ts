import { z } from "zod";

/** Where a fact that a document lacks is filled in; `id` of what it is a fact of. */
const fillPlaceSchema = z.union([
  z.strictObject({ at: z.enum(["session", "roster", "redHead"]) }),
  z.strictObject({ at: z.enum(["question", "ledger", "speech", "room", "person"]), id: z.string() }),
]);
export type FillPlace = Readonly<z.infer<typeof fillPlaceSchema>>;

/** Part of a document that can be moved and hidden as a whole. */
const sectionSchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  isShown: z.boolean(),
  /** Of every room's section: hidden and moved in all of them, among the parts alone. */
  isPart: z.literal(true).optional(),
});
export type OutlineSection = Readonly<z.infer<typeof sectionSchema>>;

/** 【待填】: a place in which something is missing, and the way to it. */
const missingFactSchema = z.strictObject({
  /** Of the block it stands in. */
  key: z.string(),
  /** What is missing, in words. */
  label: z.string(),
  fill: fillPlaceSchema,
});
export type MissingFact = Readonly<z.infer<typeof missingFactSchema>>;

/** What became of a wording somebody gave to a place. */
const outlineEditSchema = z.strictObject({
  key: z.string(),
  /** What was built there when it was worded. */
  source: z.string(),
  text: z.string(),
  /** `changed`: what is built there is another now just where it was worded; `gone`: it is built no longer. */
  state: z.enum(["applied", "changed", "gone"]),
  /** What is built there now, where that is another. */
  now: z.string().optional(),
});
export type OutlineEdit = Readonly<z.infer<typeof outlineEditSchema>>;

/** What is to be said of a document beside what it says. */
export const outlineSchema = z.strictObject({
  sections: z.array(sectionSchema).readonly(),
  missing: z.array(missingFactSchema).readonly(),
  edits: z.array(outlineEditSchema).readonly(),
});
export type DocumentOutline = Readonly<z.infer<typeof outlineSchema>>;
