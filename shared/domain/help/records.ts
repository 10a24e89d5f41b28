import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** A room calls for staff; gone when somebody goes there, or when it is taken back. */
export const helpRecordSchema = z.strictObject({
  ...recordBase("help"),
  roomId: z.string(),
  /** Who calls. */
  personId: z.string(),
  calledAt: timestampSchema,
  /** What for, where it was said. */
  text: z.string().nullable(),
});
export type HelpRecord = z.infer<typeof helpRecordSchema>;

export function helpRecordId(roomId: string): string {
  return `help:${roomId}`;
}
