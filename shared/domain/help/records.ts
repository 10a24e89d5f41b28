import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** A room calls for staff. Once somebody goes there it is kept to be put back, until the room calls again. */
export const helpRecordSchema = z.strictObject({
  ...recordBase("help"),
  roomId: z.string(),
  /** Who calls. */
  personId: z.string(),
  calledAt: timestampSchema,
  /** What for, where it was said. */
  text: z.string().nullable(),
  /** Null while it waits. */
  answeredAt: timestampSchema.nullable(),
});
export type HelpRecord = z.infer<typeof helpRecordSchema>;

export function helpRecordId(roomId: string): string {
  return `help:${roomId}`;
}
