import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** The line staff say to a room, or to everybody; the next one stands in its place. */
export const noticeRecordSchema = z.strictObject({
  ...recordBase("notice"),
  /** Null: to everybody. */
  roomId: z.string().nullable(),
  text: z.string(),
  sentAt: timestampSchema,
});
export type NoticeRecord = z.infer<typeof noticeRecordSchema>;

export function noticeRecordId(roomId: string | null): string {
  return `notice:${roomId ?? "all"}`;
}
