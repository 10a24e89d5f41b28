import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";

export const sideSchema = z.enum(["county", "municipal", "staff", "observer"]);
export const dutySchema = z.enum(["moderator", "recorder", "leader"]);

/** One person of the roster; `order` is the 排序号, lower stands first. */
export const rosterPersonSchema = z.strictObject({
  personId: idSchema,
  order: z.number().int().min(0).max(1_000_000),
  name: lineText(LIMITS.nameMaxChars),
  unit: lineText(LIMITS.unitMaxChars),
  post: lineText(LIMITS.postMaxChars).nullable(),
  side: sideSchema,
  /** Nobody has said the side: it was told from the name of the unit. */
  sideGuessed: z.literal(true).optional(),
  duties: z.array(dutySchema).max(dutySchema.options.length),
  group: lineText(LIMITS.groupMaxChars).nullable(),
  seat: lineText(LIMITS.seatMaxChars).nullable(),
});
export type RosterPerson = z.infer<typeof rosterPersonSchema>;

export const peopleCommands = {
  "roster.import": z.strictObject({
    type: z.literal("roster.import"),
    people: z.array(rosterPersonSchema).min(1).max(LIMITS.peopleMax),
    /** Taken off the roster in the same act. */
    removed: z.array(idSchema).max(LIMITS.peopleMax).optional(),
  }),
  "person.update": z.strictObject({
    type: z.literal("person.update"),
    ...rosterPersonSchema.partial().shape,
    personId: idSchema,
  }),
  "person.arrive": z.strictObject({ type: z.literal("person.arrive"), personId: idSchema }),
  "person.move": z.strictObject({
    type: z.literal("person.move"),
    personId: idSchema,
    roomId: idSchema,
  }),
  "person.excuse": z.strictObject({ type: z.literal("person.excuse"), personId: idSchema, on: z.boolean() }),
  "person.remove": z.strictObject({ type: z.literal("person.remove"), personId: idSchema }),
  "person.restore": z.strictObject({ type: z.literal("person.restore"), personId: idSchema }),
} as const;
