import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";
import type { CommandSpec } from "./spec.ts";

const SECOND_MS = 1_000;

/** Whole seconds, so that all that count turn at once. */
export const spanSchema = z.number().int().multipleOf(SECOND_MS);
const changeSchema = spanSchema.min(-LIMITS.timerMaxMs).max(LIMITS.timerMaxMs);
/** A group's room; null is everyone's, and so is the plenary's. */
const timedRoomSchema = idSchema.nullable();

const CLIENTS = { by: "client", whenSealed: "refused", recorded: "actor", personal: [] } as const;

export const timerCommands = {
  /** Starts to count, in place of what counted there. */
  "timer.start": {
    schema: z.strictObject({
      type: z.literal("timer.start"),
      roomId: timedRoomSchema,
      durationMs: spanSchema.min(LIMITS.timerMinMs).max(LIMITS.timerMaxMs),
      /** What the time is for. */
      label: lineText(LIMITS.timerLabelMaxChars).optional(),
    }),
    ...CLIENTS,
  },
  "timer.pause": {
    schema: z.strictObject({ type: z.literal("timer.pause"), roomId: timedRoomSchema }),
    ...CLIENTS,
  },
  "timer.resume": {
    schema: z.strictObject({ type: z.literal("timer.resume"), roomId: timedRoomSchema }),
    ...CLIENTS,
  },
  /** Gives more time, or with less than nothing takes some; what has run out gets so much from now. */
  "timer.extend": {
    schema: z.strictObject({
      type: z.literal("timer.extend"),
      roomId: timedRoomSchema,
      byMs: changeSchema.refine((byMs) => byMs !== 0),
    }),
    ...CLIENTS,
  },
  "timer.stop": {
    schema: z.strictObject({ type: z.literal("timer.stop"), roomId: timedRoomSchema }),
    ...CLIENTS,
  },
  /** Puts back what was stopped or replaced, as if it had gone on. */
  "timer.restore": {
    schema: z.strictObject({
      type: z.literal("timer.restore"),
      roomId: timedRoomSchema,
      durationMs: spanSchema.min(0).max(LIMITS.timerMaxMs),
      label: lineText(LIMITS.timerLabelMaxChars).optional(),
      was: z.discriminatedUnion("status", [
        z.strictObject({
          status: z.literal("running"),
          endsAt: timestampSchema.multipleOf(SECOND_MS),
        }),
        z.strictObject({ status: z.literal("paused"), leftMs: changeSchema }),
      ]),
    }),
    ...CLIENTS,
  },
} as const satisfies Record<string, CommandSpec>;
