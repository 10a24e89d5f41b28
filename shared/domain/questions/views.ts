import { z } from "zod";
import { outcomeSchema } from "../../protocol/commands/questions.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { ownedFields, questionFields, routingFields, unroutedFields } from "./records.ts";

/** Who asked, where the viewer may know it. */
export const askerViewSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string().nullable(),
  /** Asked without the name; the viewer is staff or that asker. */
  anonymous: z.literal(true).optional(),
});
export type AskerView = z.infer<typeof askerViewSchema>;

const fields = z.strictObject(questionFields);
const base = {
  ...fields.pick({
    id: true,
    kind: true,
    rev: true,
    questionId: true,
    roomId: true,
    text: true,
    nature: true,
    addressedUnit: true,
    anonymous: true,
    askedAt: true,
    support: true,
    onStage: true,
    topics: true,
    disclosure: true,
    liftedTo: true,
    settled: true,
    unsettled: true,
  }).shape,
  /** For staff; the first wording for the asker too. */
  ...fields.pick({ askerId: true, remark: true, originalText: true }).exactPartial().shape,
  /** Absent where the name is hidden from the viewer, and on one that came by joining. */
  asker: askerViewSchema.optional(),
  /** Those who asked what was joined, as far as the viewer may know them, and how many there are. */
  askers: z.array(askerViewSchema).optional(),
  askerCount: z.number().int().min(1).optional(),
  /** The questions it was made of; null where it was asked as it is. */
  mergedFrom: z.array(z.string()).nullable(),
  /** Those that these were made of in turn; absent where none was. */
  mergedEarlier: z.array(z.string()).optional(),
  /** On the viewer's own. */
  mine: z.literal(true).optional(),
};
const { leadUnit, supportUnits, publicAt, routedAt, handOn } = ownedFields;
/** A unit's wish to hand it on is for staff and the units. */
const owned = { leadUnit, supportUnits, publicAt, routedAt, handOn: handOn.optional() };

/** A question as a viewer may get it, in the states of the record. */
export const questionViewSchema = z.discriminatedUnion("status", [
  // Whether it is put aside is for staff.
  z.strictObject({ ...base, ...unroutedFields, status: z.literal("pending"), held: z.boolean().optional() }),
  z.strictObject({
    ...base,
    ...unroutedFields,
    status: z.literal("declined"),
    declineReason: z.string(),
    similarTo: z.string().optional(),
  }),
  z.strictObject({ ...base, ...unroutedFields, status: z.literal("public"), publicAt: timestampSchema }),
  z.strictObject({ ...base, ...owned, status: z.literal("routed") }),
  z.strictObject({
    ...base,
    ...owned,
    status: z.literal("accepted"),
    acceptedAt: timestampSchema,
    promisedBy: timestampSchema.nullable(),
  }),
  z.strictObject({
    ...base,
    ...routingFields,
    status: z.literal("answered"),
    publicAt: timestampSchema,
    answeredAt: timestampSchema,
  }),
  z.strictObject({
    ...base,
    ...routingFields,
    status: z.literal("closed"),
    publicAt: timestampSchema,
    outcome: outcomeSchema,
    closedAt: timestampSchema,
    answeredAt: timestampSchema.nullable(),
  }),
  z.strictObject({ ...base, ...unroutedFields, status: z.literal("merged"), intoId: z.string() }),
]);
export type QuestionView = z.infer<typeof questionViewSchema>;
export type QuestionViewIn<S extends QuestionView["status"]> = Extract<QuestionView, { status: S }>;
