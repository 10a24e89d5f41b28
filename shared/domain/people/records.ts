import { z } from "zod";
import { dutySchema, sideSchema } from "../../protocol/commands/people.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

export const personRecordSchema = z.strictObject({
  ...recordBase("person"),
  personId: z.string(),
  /** 排序号: lower stands first, everywhere. */
  order: z.number().int(),
  name: z.string(),
  unit: z.string(),
  post: z.string().nullable(),
  side: sideSchema,
  /** Nobody has said the side; it was told from the name of the unit. Absent: said. */
  sideGuessed: z.boolean().optional(),
  duties: z.array(dutySchema),
  group: z.string().nullable(),
  seat: z.string().nullable(),
  /** The breakout room the person is in; everyone is in the plenary besides. */
  roomId: z.string().nullable(),
  /** When the PIN was first entered; null: not here yet. */
  arrivedAt: timestampSchema.nullable(),
  /** Asked for leave and has not come after all. Absent: no. */
  excused: z.boolean().optional(),
  /** Why, and who comes instead, where it was said. */
  excuseReason: z.string().nullable().optional(),
  substitute: z.string().nullable().optional(),
  /** When they left before the end. Absent: they did not. */
  leftAt: timestampSchema.nullable().optional(),
  /** Taken off the roster; what the person said stays. */
  removed: z.boolean(),
});
export type PersonRecord = z.infer<typeof personRecordSchema>;

export function personRecordId(personId: string): string {
  return `person:${personId}`;
}
