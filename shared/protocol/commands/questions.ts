import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText, plainText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";
import type { CommandSpec } from "./spec.ts";

export const natureSchema = z.enum(["difficulty", "pain", "blockage"]);
export const outcomeSchema = z.enum(["resolved", "follow-up"]);
export const unitSchema = lineText(LIMITS.unitMaxChars);
export const topicSchema = lineText(LIMITS.topicMaxChars);

/** Who may read it, and whether the minutes have it: `open`; `staff`, beside asker and units for staff alone; `unrecorded`, not in the minutes. */
export const disclosureSchema = z.enum(["open", "staff", "unrecorded"]);

/** What an asker says of the answer: 已解惑 or 仍有疑问. */
export const verdictSchema = z.enum(["settled", "unsettled"]);

const questionId = idSchema;

export const questionCommands = {
  "question.ask": {
    schema: z.strictObject({
      type: z.literal("question.ask"),
      questionId,
      roomId: idSchema,
      text: plainText(LIMITS.questionMaxChars),
      unit: unitSchema.optional(),
      nature: natureSchema.optional(),
      anonymous: z.boolean().optional(),
      /** Whom staff ask for, when they type what somebody said; without it staff ask themselves. */
      askerId: idSchema.optional(),
      /** Typed by staff after it was said aloud: everybody has heard it, so it is public at once. */
      spoken: z.boolean().optional(),
      /**
       * Where askers are never recorded: a secret of the asker's browser, by which it follows the question. It stands in no
       * view.
       */
      followId: idSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "asker",
    personal: [],
  },
  /** Questions collected before the session, as pending ones, all of them or none. */
  "question.import": {
    schema: z.strictObject({
      type: z.literal("question.import"),
      roomId: idSchema,
      questions: z
        .array(
          z.strictObject({
            questionId,
            text: plainText(LIMITS.questionMaxChars),
            unit: unitSchema.optional(),
            nature: natureSchema.optional(),
            /** Who asked; without it staff ask, for `fromUnit` where it is named. */
            askerId: idSchema.optional(),
            fromUnit: unitSchema.optional(),
          }),
        )
        .min(1)
        .max(LIMITS.collectedRowsMax),
    }),
    by: "server",
    whenSealed: "refused",
    recorded: "asker",
    personal: [],
  },
  /** Takes back an import: those of its questions that nobody has worked on are gone, as if never imported. */
  "question.withdraw": {
    schema: z.strictObject({
      type: z.literal("question.withdraw"),
      questionIds: z.array(idSchema).min(1).max(LIMITS.collectedRowsMax),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.approve": {
    schema: z.strictObject({ type: z.literal("question.approve"), questionId }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.decline": {
    schema: z.strictObject({
      type: z.literal("question.decline"),
      questionId,
      reason: plainText(LIMITS.reasonMaxChars),
      /** The public question that it is alike to; its asker is shown the way there. */
      similarTo: idSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Puts a pending question aside (暂存), or back into the queue. */
  "question.hold": {
    schema: z.strictObject({ type: z.literal("question.hold"), questionId, on: z.boolean() }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Declines (then with a reason) or puts aside everything pending of the one who asked this question. */
  "question.sweep": {
    schema: z.strictObject({
      type: z.literal("question.sweep"),
      questionId,
      act: z.enum(["decline", "hold"]),
      reason: plainText(LIMITS.reasonMaxChars).optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Opens again: a declined question is pending, an answered or closed one with its unit. */
  "question.restore": {
    schema: z.strictObject({ type: z.literal("question.restore"), questionId }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Takes back the last step of its way; `step` is the trail's `count`, so that two who undo at once undo one. */
  "question.undo": {
    schema: z.strictObject({
      type: z.literal("question.undo"),
      questionId,
      step: z.number().int().min(1).max(1_000_000),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.edit": {
    schema: z.strictObject({
      type: z.literal("question.edit"),
      questionId,
      text: plainText(LIMITS.questionMaxChars),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.remark": {
    schema: z.strictObject({
      type: z.literal("question.remark"),
      questionId,
      text: plainText(LIMITS.remarkMaxChars).nullable(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.support": {
    schema: z.strictObject({
      type: z.literal("question.support"),
      questionId,
      on: z.boolean(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.route": {
    schema: z.strictObject({
      type: z.literal("question.route"),
      questionId,
      leadUnit: unitSchema,
      supportUnits: z.array(unitSchema).max(LIMITS.supportUnitsMax).optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** 签收: the lead unit takes it. */
  "question.accept": {
    schema: z.strictObject({ type: z.literal("question.accept"), questionId }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** 改派: the lead unit says whose it is; a moderator routes it there, or either side keeps it where it is. */
  "question.handOn": {
    schema: z.strictObject({
      type: z.literal("question.handOn"),
      questionId,
      toUnit: unitSchema,
      reason: plainText(LIMITS.reasonMaxChars),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.keep": {
    schema: z.strictObject({ type: z.literal("question.keep"), questionId }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** 会后书面答复: the lead unit says by when it answers in writing. */
  "question.promise": {
    schema: z.strictObject({
      type: z.literal("question.promise"),
      questionId,
      dueAt: timestampSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** What an asker thinks of the answer; `followId` as when it was asked, where askers are never recorded. */
  "question.rate": {
    schema: z.strictObject({
      type: z.literal("question.rate"),
      questionId,
      verdict: verdictSchema,
      note: plainText(LIMITS.reasonMaxChars).optional(),
      followId: idSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "followerOfQuestion",
    personal: [],
  },
  /** Joins questions into `intoId`: a new one, or one that came by joining and takes in more. */
  "question.merge": {
    schema: z.strictObject({
      type: z.literal("question.merge"),
      intoId: idSchema,
      questionIds: z.array(idSchema).min(1).max(LIMITS.mergedMax),
      text: plainText(LIMITS.questionMaxChars),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  /** Lifts a question of a breakout room to the plenary, where it is read as well; or takes it down. */
  "question.lift": {
    schema: z.strictObject({ type: z.literal("question.lift"), questionId, on: z.boolean() }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.disclose": {
    schema: z.strictObject({
      type: z.literal("question.disclose"),
      questionId,
      disclosure: disclosureSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.label": {
    schema: z.strictObject({
      type: z.literal("question.label"),
      questionId,
      topics: z.array(topicSchema).max(LIMITS.topicsPerQuestionMax),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "question.close": {
    schema: z.strictObject({
      type: z.literal("question.close"),
      questionId,
      outcome: outcomeSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
