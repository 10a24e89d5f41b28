import { z } from "zod";

/** The id of a record, `kind:id`. */
const recordIdSchema = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z]+:[A-Za-z0-9_:-]+$/);

export const stageCommands = {
  "stage.show": z.strictObject({
    type: z.literal("stage.show"),
    recordId: recordIdSchema.nullable(),
  }),
} as const;
