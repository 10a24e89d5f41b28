import { z } from "zod";
import { houseStyleFieldsSchema } from "../../protocol/house-style/house-style.ts";
import { recordBase } from "../record-base.ts";

/** What this session's documents have of their own look; there is none where they look as the standard says. */
export const houseStyleRecordSchema = z.strictObject({
  ...recordBase("houseStyle"),
  changes: houseStyleFieldsSchema,
});
export type HouseStyleRecord = z.infer<typeof houseStyleRecordSchema>;

export const HOUSE_STYLE_RECORD_ID = "houseStyle:this";
