import type { z } from "zod";
import { ratingRecordSchema } from "./records.ts";

/** Who thinks so is for staff and the asker. */
export const ratingViewSchema = ratingRecordSchema
  .pick({ id: true, kind: true, rev: true, questionId: true, verdict: true, note: true, ratedAt: true })
  .extend(ratingRecordSchema.pick({ askerId: true }).exactPartial().shape);
export type RatingView = z.infer<typeof ratingViewSchema>;
