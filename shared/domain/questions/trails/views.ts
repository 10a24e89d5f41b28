import { z } from "zod";
import { recordBase } from "../../record-base.ts";
import { stepSchema, trailRecordSchema } from "./records.ts";

/** A step as a viewer may get it; who did it is for staff. */
export const stepViewSchema = stepSchema
  .pick({ kind: true, at: true, unit: true, note: true, dueAt: true, verdict: true, otherId: true })
  .extend(stepSchema.pick({ by: true }).exactPartial().shape);
export type StepView = z.infer<typeof stepViewSchema>;

/** The way of a question; `canUndo` is for staff, and for leaders who review. */
export const trailViewSchema = z.strictObject({
  ...recordBase("trail"),
  ...trailRecordSchema.pick({ questionId: true, count: true }).shape,
  steps: z.array(stepViewSchema),
  canUndo: z.boolean().optional(),
});
export type TrailView = z.infer<typeof trailViewSchema>;
