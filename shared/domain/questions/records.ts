import { z } from "zod";
import { natureSchema, outcomeSchema } from "../../protocol/commands/questions.ts";
import { timestampSchema } from "../../protocol/commands/session.ts";
import { recordBase } from "../record-base.ts";

const base = {
  ...recordBase("question"),
  questionId: z.string(),
  roomId: z.string(),
  text: z.string(),
  /** The asker's own wording, once a moderator has corrected it. */
  originalText: z.string().nullable(),
  nature: natureSchema.nullable(),
  /** The unit the asker means it for; routing decides. */
  addressedUnit: z.string().nullable(),
  askerId: z.string(),
  anonymous: z.boolean(),
  askedAt: timestampSchema,
  /** How many others have the same question. */
  support: z.number().int().min(0),
  remark: z.string().nullable(),
  onStage: z.boolean(),
};

const routing = {
  leadUnit: z.string().nullable(),
  supportUnits: z.array(z.string()),
};
const unrouted = { leadUnit: z.null(), supportUnits: z.array(z.string()).max(0) };
const routed = { leadUnit: z.string(), supportUnits: z.array(z.string()) };

/** The states of a question; a field that only one state knows stands in that state alone. */
export const questionRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...base, ...unrouted, status: z.literal("pending") }),
  z.strictObject({ ...base, ...unrouted, status: z.literal("declined"), declineReason: z.string() }),
  z.strictObject({ ...base, ...unrouted, status: z.literal("public"), publicAt: timestampSchema }),
  z.strictObject({ ...base, ...routed, status: z.literal("routed"), publicAt: timestampSchema }),
  z.strictObject({ ...base, ...routing, status: z.literal("answered"), publicAt: timestampSchema }),
  z.strictObject({
    ...base,
    ...routing,
    status: z.literal("closed"),
    publicAt: timestampSchema,
    outcome: outcomeSchema,
    closedAt: timestampSchema,
  }),
]);
export type QuestionRecord = z.infer<typeof questionRecordSchema>;
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

/** Whether everyone in the room may read it. */
export function isPublic(question: QuestionRecord): boolean {
  return question.status !== "pending" && question.status !== "declined";
}
