import { z } from "zod";
import { disclosureSchema, natureSchema, outcomeSchema } from "../../protocol/commands/questions.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { askerSchema } from "../askers/askers.ts";
import { recordBase } from "../record-base.ts";

/** What a question has in every state. */
export const questionFields = {
  ...recordBase("question"),
  questionId: z.string(),
  roomId: z.string(),
  text: z.string(),
  /** The asker's own wording, once a moderator has corrected it. */
  originalText: z.string().nullable(),
  nature: natureSchema.nullable(),
  /** The unit the asker means it for; routing decides. */
  addressedUnit: z.string().nullable(),
  /** Who asked first. */
  askerId: z.string(),
  /** Whether everybody who asked hides the name. */
  anonymous: z.boolean(),
  askedAt: timestampSchema,
  /** How many others have the same question, each counted once. */
  support: z.number().int().min(0),
  remark: z.string().nullable(),
  onStage: z.boolean(),
  topics: z.array(z.string()),
  disclosure: disclosureSchema,
  /** The plenary's room, once a question of a breakout room is read there as well. */
  liftedTo: z.string().nullable(),
  /**
   * Set where it came by joining: the questions it was made of, those they were made of in turn (absent where none was),
   * and everybody who asked one of them.
   */
  merged: z
    .strictObject({
      from: z.array(z.string()).min(1),
      earlier: z.array(z.string()).min(1).optional(),
      askers: z.array(askerSchema).min(1),
    })
    .nullable(),
  /** What its askers think of the answer. */
  settled: z.number().int().min(0),
  unsettled: z.number().int().min(0),
};

export const routingFields = {
  leadUnit: z.string().nullable(),
  supportUnits: z.array(z.string()),
};
export const unroutedFields = { leadUnit: z.null(), supportUnits: z.array(z.string()).max(0) };
export const ownedFields = {
  leadUnit: z.string(),
  supportUnits: z.array(z.string()),
  publicAt: timestampSchema,
  routedAt: timestampSchema,
  /** The lead unit says it is another's; until a moderator decides, it stays. */
  handOn: z.strictObject({ toUnit: z.string(), reason: z.string(), at: timestampSchema }).nullable(),
};

/** The states of a question; a field that only one state knows stands in that state alone. */
export const questionRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...questionFields, ...unroutedFields, status: z.literal("pending"), held: z.boolean() }),
  z.strictObject({
    ...questionFields,
    ...unroutedFields,
    status: z.literal("declined"),
    declineReason: z.string(),
    /** The question it was found alike to; absent where it was declined for something else. */
    similarTo: z.string().optional(),
  }),
  z.strictObject({
    ...questionFields,
    ...unroutedFields,
    status: z.literal("public"),
    publicAt: timestampSchema,
  }),
  z.strictObject({ ...questionFields, ...ownedFields, status: z.literal("routed") }),
  z.strictObject({
    ...questionFields,
    ...ownedFields,
    status: z.literal("accepted"),
    acceptedAt: timestampSchema,
    /** By when the unit answers in writing. */
    promisedBy: timestampSchema.nullable(),
  }),
  z.strictObject({
    ...questionFields,
    ...routingFields,
    status: z.literal("answered"),
    publicAt: timestampSchema,
    answeredAt: timestampSchema,
  }),
  z.strictObject({
    ...questionFields,
    ...routingFields,
    status: z.literal("closed"),
    publicAt: timestampSchema,
    outcome: outcomeSchema,
    closedAt: timestampSchema,
    answeredAt: timestampSchema.nullable(),
  }),
  z.strictObject({
    ...questionFields,
    ...unroutedFields,
    status: z.literal("merged"),
    intoId: z.string(),
    /** What it was and is again when it is taken out; in no view. */
    former: z.record(z.string(), z.unknown()),
  }),
]);
export type QuestionRecord = z.infer<typeof questionRecordSchema>;
export type QuestionStatus = QuestionRecord["status"];
export type QuestionIn<S extends QuestionStatus> = Extract<QuestionRecord, { status: S }>;

/** One person's 同问 on one question; the person alone sees it, everyone sees the count. */
export const supportRecordSchema = z.strictObject({
  ...recordBase("support"),
  questionId: z.string(),
  personId: z.string(),
});
export type SupportRecord = z.infer<typeof supportRecordSchema>;

export function questionRecordId(questionId: string): string {
  return `question:${questionId}`;
}

export function supportRecordId(questionId: string, personId: string): string {
  return `support:${questionId}:${personId}`;
}

type Hidden = "pending" | "declined" | "merged";

/** Whether it is past review and stands for itself. */
export function isPublic(question: QuestionRecord): question is Exclude<QuestionRecord, { status: Hidden }> {
  return isPublicStatus(question.status);
}

export function isPublicStatus(status: QuestionStatus): status is Exclude<QuestionStatus, Hidden> {
  return status !== "pending" && status !== "declined" && status !== "merged";
}

/** Whether something is still to come: past review, not closed. */
export function isLive(status: QuestionStatus): boolean {
  return status === "public" || status === "routed" || status === "accepted" || status === "answered";
}

/** Whether a unit has it and has not answered yet. */
export function isOwned(question: QuestionRecord): question is QuestionIn<"routed" | "accepted"> {
  return question.status === "routed" || question.status === "accepted";
}

/** Whether the hall may see it. */
export function isShowable({ status, disclosure }: Pick<QuestionRecord, "status" | "disclosure">): boolean {
  return isPublicStatus(status) && disclosure !== "staff";
}
