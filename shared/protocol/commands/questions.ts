import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText, plainText } from "../text.ts";
import { timestampSchema } from "../timestamp.ts";

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
  "question.ask": z.strictObject({
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
  "question.approve": z.strictObject({ type: z.literal("question.approve"), questionId }),
  "question.decline": z.strictObject({
    type: z.literal("question.decline"),
    questionId,
    reason: plainText(LIMITS.reasonMaxChars),
    /** The public question that it is alike to; its asker is shown the way there. */
    similarTo: idSchema.optional(),
  }),
  /** Puts a pending question aside (暂存), or back into the queue. */
  "question.hold": z.strictObject({ type: z.literal("question.hold"), questionId, on: z.boolean() }),
  /** Declines (then with a reason) or puts aside everything pending of the one who asked this question. */
  "question.sweep": z.strictObject({
    type: z.literal("question.sweep"),
    questionId,
    act: z.enum(["decline", "hold"]),
    reason: plainText(LIMITS.reasonMaxChars).optional(),
  }),
  /** Opens again: a declined question is pending, an answered or closed one with its unit. */
  "question.restore": z.strictObject({ type: z.literal("question.restore"), questionId }),
  /** Takes back the last step of its way; `step` is the trail's `count`, so that two who undo at once undo one. */
  "question.undo": z.strictObject({
    type: z.literal("question.undo"),
    questionId,
    step: z.number().int().min(1).max(1_000_000),
  }),
  "question.edit": z.strictObject({
    type: z.literal("question.edit"),
    questionId,
    text: plainText(LIMITS.questionMaxChars),
  }),
  "question.remark": z.strictObject({
    type: z.literal("question.remark"),
    questionId,
    text: plainText(LIMITS.remarkMaxChars).nullable(),
  }),
  "question.support": z.strictObject({
    type: z.literal("question.support"),
    questionId,
    on: z.boolean(),
  }),
  "question.route": z.strictObject({
    type: z.literal("question.route"),
    questionId,
    leadUnit: unitSchema,
    supportUnits: z.array(unitSchema).max(LIMITS.supportUnitsMax).optional(),
  }),
  /** 签收: the lead unit takes it. */
  "question.accept": z.strictObject({ type: z.literal("question.accept"), questionId }),
  /** 改派: the lead unit says whose it is; a moderator routes it there, or either side keeps it where it is. */
  "question.handOn": z.strictObject({
    type: z.literal("question.handOn"),
    questionId,
    toUnit: unitSchema,
    reason: plainText(LIMITS.reasonMaxChars),
  }),
  "question.keep": z.strictObject({ type: z.literal("question.keep"), questionId }),
  /** 会后书面答复: the lead unit says by when it answers in writing. */
  "question.promise": z.strictObject({
    type: z.literal("question.promise"),
    questionId,
    dueAt: timestampSchema,
  }),
  /** What an asker thinks of the answer; `followId` as when it was asked, where askers are never recorded. */
  "question.rate": z.strictObject({
    type: z.literal("question.rate"),
    questionId,
    verdict: verdictSchema,
    note: plainText(LIMITS.reasonMaxChars).optional(),
    followId: idSchema.optional(),
  }),
  /** Joins questions into `intoId`: a new one, or one that came by joining and takes in more. */
  "question.merge": z.strictObject({
    type: z.literal("question.merge"),
    intoId: idSchema,
    questionIds: z.array(idSchema).min(1).max(LIMITS.mergedMax),
    text: plainText(LIMITS.questionMaxChars),
  }),
  /** Lifts a question of a breakout room to the plenary, where it is read as well; or takes it down. */
  "question.lift": z.strictObject({ type: z.literal("question.lift"), questionId, on: z.boolean() }),
  "question.disclose": z.strictObject({
    type: z.literal("question.disclose"),
    questionId,
    disclosure: disclosureSchema,
  }),
  "question.label": z.strictObject({
    type: z.literal("question.label"),
    questionId,
    topics: z.array(topicSchema).max(LIMITS.topicsPerQuestionMax),
  }),
  "question.close": z.strictObject({
    type: z.literal("question.close"),
    questionId,
    outcome: outcomeSchema,
  }),
} as const;
