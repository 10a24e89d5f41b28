import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import type { CommandSpec } from "./spec.ts";

const seatsSchema = z.array(idSchema).max(LIMITS.roundSeatsMax);

/** A group of a round: the room it sits in, who stays in it and who may be seated otherwise. */
const roundGroupSchema = z.strictObject({
  roomId: idSchema,
  /** What its room is called if there is none yet. */
  name: lineText(LIMITS.roomNameMaxChars),
  /** What it talks about, for those who choose a group. */
  topic: lineText(LIMITS.groupTopicMaxChars).optional(),
  /** How many seats it has; null: as many as come. */
  max: z.number().int().min(1).max(LIMITS.roundSeatsMax).nullable(),
  locked: seatsSchema,
  free: seatsSchema,
  /** 组长 and 记录员, out of its people. */
  leaderId: idSchema.nullable(),
  recorderId: idSchema.nullable(),
});
export type RoundGroup = z.infer<typeof roundGroupSchema>;
export const roundGroupsSchema = z.array(roundGroupSchema).max(LIMITS.roomsMax);

const pairsSchema = z.array(z.tuple([idSchema, idSchema])).max(LIMITS.roundPairsMax);

/** What is wanted of a round's seats. */
export const roundRulesSchema = z.strictObject({
  balanceSides: z.boolean(),
  balancePosts: z.boolean(),
  apartUnits: z.boolean(),
  apart: pairsSchema,
  together: pairsSchema,
  /** The rounds whose groups shall not meet again. */
  notMet: z.array(idSchema).max(LIMITS.roundsMax),
});
export type RoundRules = z.infer<typeof roundRulesSchema>;

/** The number that decided between seats that were equally good. */
export const seedSchema = z.number().int().min(0).max(0xff_ff_ff_ff);

const roundId = idSchema;
const WAY = { by: "client", whenSealed: "refused", recorded: "actor", personal: [] } as const;

export const roundCommands = {
  /** Makes a round, or gives one that has not been started other groups, seats and rules. */
  "round.plan": {
    schema: z.strictObject({
      type: z.literal("round.plan"),
      roundId,
      name: lineText(LIMITS.roundNameMaxChars),
      groups: roundGroupsSchema,
      rules: roundRulesSchema,
      seed: seedSchema,
    }),
    ...WAY,
  },
  /** Seats one person, who leaves the seat of before; null: none. In a round that is running the person goes there. */
  "round.seat": {
    schema: z.strictObject({
      type: z.literal("round.seat"),
      roundId,
      personId: idSchema,
      roomId: idSchema.nullable(),
      locked: z.boolean(),
    }),
    ...WAY,
  },
  /** Names a group's 组长 or 记录员; null: nobody. */
  "round.appoint": {
    schema: z.strictObject({
      type: z.literal("round.appoint"),
      roundId,
      roomId: idSchema,
      as: z.enum(["leader", "recorder"]),
      personId: idSchema.nullable(),
    }),
    ...WAY,
  },
  /** Says what a group is called if it has no room yet, what it talks about and how many seats it has; who sits there stays. */
  "round.describe": {
    schema: z.strictObject({
      type: z.literal("round.describe"),
      roundId,
      roomId: idSchema,
      ...roundGroupSchema.pick({ name: true, topic: true, max: true }).shape,
    }),
    ...WAY,
  },
  /** Lets participants choose their group themselves, or no longer; one round at a time. */
  "round.offer": {
    schema: z.strictObject({ type: z.literal("round.offer"), roundId, on: z.boolean() }),
    ...WAY,
  },
  /** Chooses a group for oneself, another one, or with null none. */
  "round.choose": {
    schema: z.strictObject({ type: z.literal("round.choose"), roundId, roomId: idSchema.nullable() }),
    ...WAY,
  },
  "round.rename": {
    schema: z.strictObject({
      type: z.literal("round.rename"),
      roundId,
      name: lineText(LIMITS.roundNameMaxChars),
    }),
    ...WAY,
  },
  "round.remove": { schema: z.strictObject({ type: z.literal("round.remove"), roundId }), ...WAY },
  "round.restore": { schema: z.strictObject({ type: z.literal("round.restore"), roundId }), ...WAY },
  /** Everybody goes to the room of the group, in one act. */
  "round.start": { schema: z.strictObject({ type: z.literal("round.start"), roundId }), ...WAY },
  /** Everybody goes back to where the start found them. */
  "round.recall": { schema: z.strictObject({ type: z.literal("round.recall"), roundId }), ...WAY },
} as const satisfies Record<string, CommandSpec>;
