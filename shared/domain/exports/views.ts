import type { z } from "zod";
import { exportRecordSchema } from "./records.ts";

export const exportViewSchema = exportRecordSchema.omit({ madeFrom: true, lastChange: true });
export type ExportView = z.infer<typeof exportViewSchema>;
