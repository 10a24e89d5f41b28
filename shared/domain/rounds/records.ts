import { z } from "zod";
import { roundGroupsSchema, roundRulesSchema, seedSchema } from "../../protocol/commands/rounds.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

/** What a start has changed, so that it can be taken back. */
const roundStartSchema = z.strictObject({
  at: timestampSchema,
  /** Where people were before, those whom it moved alone; null: the plenary. */
  cameFrom: z.array(z.strictObject({ roomId: z.string().nullable(), personIds: z.array(z.string()) })),
  /** Rooms that it opened. */
  openedRoomIds: z.array(z.string()),
  /** Who leads a group by it, and who no longer does. */
  madeLeaders: z.array(z.string()),
  unmadeLeaders: z.array(z.string()),
  /** Seated, but off the roster when it was started. */
  passedOver: z.array(z.string()),
  /** The round that it ended. */
  endedRoundId: z.string().nullable(),
});
export type RoundStart = z.infer<typeof roundStartSchema>;

/** One round of groups: 第一轮. Rounds stand side by side, one of them at most is running. */
export const roundRecordSchema = z.strictObject({
  ...recordBase("round"),
  roundId: z.string(),
  name: z.string(),
  /** Rounds stand in the order they were made. */
  order: z.number().int(),
  groups: roundGroupsSchema,
  rules: roundRulesSchema,
  seed: seedSchema,
  status: z.enum(["planned", "running", "ended"]),
  /** Whether participants choose their group themselves now. */
  choosing: z.boolean(),
  /** Of those who stay, who chose the group and may choose anew. */
  chosen: z.array(z.string()),
  /** Null until it is started. */
  start: roundStartSchema.nullable(),
  /** Taken away, and kept to be put back. */
  removed: z.boolean(),
});
export type RoundRecord = z.infer<typeof roundRecordSchema>;

export function roundRecordId(roundId: string): string {
  return `round:${roundId}`;
}
