import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** What the projector shows; `recordId: null` is the welcome page with the address. */
export const stageRecordSchema = z.strictObject({
  ...recordBase("stage"),
  recordId: z.string().nullable(),
  since: timestampSchema,
});

export const STAGE_RECORD_ID = "stage:this";
