import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

const timerFields = {
  ...recordBase("timer"),
  /** The group whose time it is; null: everyone's. */
  roomId: z.string().nullable(),
  /** What the time is for. */
  label: z.string().nullable(),
  /** How much was given in all, in milliseconds. */
  durationMs: z.number().int().min(0),
};

/** A time that is counted down; the journal never ticks. All times are whole seconds. */
export const timerRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...timerFields, status: z.literal("running"), endsAt: timestampSchema }),
  /** `leftMs` is below 0 where it was held after its end. */
  z.strictObject({ ...timerFields, status: z.literal("paused"), leftMs: z.number().int() }),
]);
export type TimerRecord = z.infer<typeof timerRecordSchema>;

/** One for each group, and one for everyone. */
export function timerRecordId(roomId: string | null): string {
  return roomId === null ? "timer:everyone" : `timer:room:${roomId}`;
}
