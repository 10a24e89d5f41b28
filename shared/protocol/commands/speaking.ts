import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { plainText } from "../text.ts";
import type { CommandSpec } from "./spec.ts";

/** What an experience asks of who wants to follow it: 可复制, or 需政策支持. */
export const pointTagSchema = z.enum(["replicable", "policy"]);

/** Whose time a budget bounds: each person's, or that of all who speak for one unit. */
export const budgetPerSchema = z.enum(["person", "unit"]);

/** How long somebody may speak, in milliseconds. */
export const budgetMsSchema = z.number().int().min(0).max(LIMITS.speakingBudgetMaxMs);

const said = { by: "client", whenSealed: "refused", recorded: "actor", personal: [] } as const;

const pointText = plainText(LIMITS.pointMaxChars);

export const speakingCommands = {
  /** 请求发言, for oneself. */
  "speech.request": {
    schema: z.strictObject({ type: z.literal("speech.request"), speechId: idSchema, roomId: idSchema }),
    ...said,
  },
  /** Out of the queue. */
  "speech.withdraw": {
    schema: z.strictObject({ type: z.literal("speech.withdraw"), speechId: idSchema }),
    ...said,
  },
  /** Back into the queue at the place it had, whatever became of it. */
  "speech.requeue": {
    schema: z.strictObject({ type: z.literal("speech.requeue"), speechId: idSchema }),
    ...said,
  },
  /** Somebody else into the queue, at its end. */
  "speech.add": {
    schema: z.strictObject({
      type: z.literal("speech.add"),
      speechId: idSchema,
      roomId: idSchema,
      personId: idSchema,
    }),
    ...said,
  },
  /** Everybody who is here and has neither spoken nor waits, by 排序号; `speechIds` are the ids to take, as many as there are. */
  "speech.fill": {
    schema: z.strictObject({
      type: z.literal("speech.fill"),
      roomId: idSchema,
      speechIds: z.array(idSchema).min(1).max(LIMITS.speechQueueMax),
    }),
    ...said,
  },
  /** Those named speak first, in this order; who came meanwhile and is not named follows. */
  "speech.order": {
    schema: z.strictObject({
      type: z.literal("speech.order"),
      roomId: idSchema,
      speechIds: z.array(idSchema).min(1).max(LIMITS.speechQueueMax),
    }),
    ...said,
  },
  /** How long one may speak in a room; null: as long as one likes. */
  "speech.budget": {
    schema: z.strictObject({
      type: z.literal("speech.budget"),
      roomId: idSchema,
      per: budgetPerSchema,
      budgetMs: budgetMsSchema.nullable(),
    }),
    ...said,
  },
  /** Gives the floor; whoever has it in the room is done. Without `budgetMs`: what is left of the room's budget. */
  "speech.start": {
    schema: z.strictObject({
      type: z.literal("speech.start"),
      speechId: idSchema,
      budgetMs: budgetMsSchema.nullable().optional(),
    }),
    ...said,
  },
  "speech.pause": {
    schema: z.strictObject({ type: z.literal("speech.pause"), speechId: idSchema }),
    ...said,
  },
  /** Goes on with a speech that pauses or was ended; whoever has the floor meanwhile is done. */
  "speech.resume": {
    schema: z.strictObject({ type: z.literal("speech.resume"), speechId: idSchema }),
    ...said,
  },
  /** Adds time to what is left, or to now where none is; negative takes it away. */
  "speech.extend": {
    schema: z.strictObject({
      type: z.literal("speech.extend"),
      speechId: idSchema,
      byMs: z.number().int().min(-LIMITS.speakingBudgetMaxMs).max(LIMITS.speakingBudgetMaxMs),
    }),
    ...said,
  },
  "speech.end": {
    schema: z.strictObject({ type: z.literal("speech.end"), speechId: idSchema }),
    ...said,
  },
  /** 发言要点: the whole gist, anew; null: none. */
  "speech.note": {
    schema: z.strictObject({
      type: z.literal("speech.note"),
      speechId: idSchema,
      gist: plainText(LIMITS.gistMaxChars).nullable(),
      /** What stood there as it was written; where something else stands by now it is refused, and nobody's words are lost. */
      was: plainText(LIMITS.gistMaxChars).nullable().optional(),
    }),
    ...said,
  },
  /** 经验要点 of a speech. */
  "point.add": {
    schema: z.strictObject({
      type: z.literal("point.add"),
      pointId: idSchema,
      speechId: idSchema,
      text: pointText,
      tag: pointTagSchema.nullable(),
    }),
    ...said,
  },
  "point.edit": {
    schema: z.strictObject({
      type: z.literal("point.edit"),
      pointId: idSchema,
      text: pointText,
      tag: pointTagSchema.nullable(),
    }),
    ...said,
  },
  /** Takes a point away (`on`), or puts it back with those who want to learn it. */
  "point.remove": {
    schema: z.strictObject({ type: z.literal("point.remove"), pointId: idSchema, on: z.boolean() }),
    ...said,
  },
  /** 我们想学: one voice a unit. */
  "point.want": {
    schema: z.strictObject({ type: z.literal("point.want"), pointId: idSchema, on: z.boolean() }),
    ...said,
  },
} as const satisfies Record<string, CommandSpec>;
