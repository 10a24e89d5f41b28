import { z } from "zod";
import { agendaKindSchema, roomSetSchema } from "../../protocol/commands/agenda.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";
import { roomRecordSchema } from "../rooms/records.ts";
import { timerRecordSchema } from "../timers/records.ts";

/** One item of the agenda, with how long it was meant to take and how long it took. */
export const agendaItemRecordSchema = z.strictObject({
  ...recordBase("agendaItem"),
  itemId: z.string(),
  title: z.string(),
  itemKind: agendaKindSchema,
  /** Null: nobody said. */
  plannedMs: z.number().int().nullable(),
  roomSet: roomSetSchema,
  /** Who leads it, by name or by office. */
  ledBy: z.string().nullable(),
  /** When it was first begun and last left; null: not yet. */
  startedAt: timestampSchema.nullable(),
  endedAt: timestampSchema.nullable(),
  /** How long it took so far, without the time since `runningSince`: an item may be come back to. */
  spentMs: z.number().int().min(0),
  /** Null where it is not under way. */
  runningSince: timestampSchema.nullable(),
  /** Taken away, and kept at its place to be put back. */
  removed: z.boolean(),
});
export type AgendaItemRecord = z.infer<typeof agendaItemRecordSchema>;

const { status, closing } = roomRecordSchema.shape;
const roomStanding = z.strictObject({ status, closing });

/** What the last step has changed, so that it can be taken back. */
const agendaStepSchema = z.strictObject({
  /** Its rev: time that has another one now was given by somebody else. */
  seq: z.number().int(),
  fromItemId: z.string().nullable(),
  /** Rooms it opened or called back, as they were before, and as it made them. */
  rooms: z.array(z.strictObject({ roomId: z.string(), before: roomStanding, after: roomStanding })),
  /** The round it started. */
  startedRoundId: z.string().nullable(),
  /** Everyone's time before, and whether it started another. */
  timer: z.strictObject({ before: timerRecordSchema.nullable(), started: z.boolean() }),
  /** What was on the stage before, and what it put there. */
  stage: z.strictObject({
    before: z.string().nullable(),
    page: z.number().int(),
    shown: z.string().nullable(),
  }),
});
export type AgendaStep = z.infer<typeof agendaStepSchema>;

/** The order of the items, and which one is under way. */
export const agendaRecordSchema = z.strictObject({
  ...recordBase("agenda"),
  /** In order, those taken away at their places. */
  itemIds: z.array(z.string()),
  /** Null: not begun yet, or over. */
  currentItemId: z.string().nullable(),
  /** Null where nothing is left to be taken back. */
  step: agendaStepSchema.nullable(),
});
export type AgendaRecord = z.infer<typeof agendaRecordSchema>;

export const AGENDA_RECORD_ID = "agenda:this";

export function agendaItemRecordId(itemId: string): string {
  return `agendaItem:${itemId}`;
}
