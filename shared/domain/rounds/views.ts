import type { z } from "zod";
import { roundRecordSchema } from "./records.ts";

const FOR_STAFF = { rules: true, seed: true, choosing: true, chosen: true, start: true } as const;

/** A round: how it was made and what its start has changed are for staff, and so is who stays in a seat. */
export const roundViewSchema = roundRecordSchema
  .omit(FOR_STAFF)
  .extend(roundRecordSchema.pick(FOR_STAFF).exactPartial().shape);
export type RoundView = z.infer<typeof roundViewSchema>;
