import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import type { CommandSpec } from "./spec.ts";

export const sideSchema = z.enum(["county", "municipal", "expert", "staff", "observer"]);
export const dutySchema = z.enum(["moderator", "recorder", "leader", "exporter"]);

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

/** Who somebody is; the roster alone keeps it. */
const PERSONAL_FIELDS = ["name", "unit", "post"] as const;

export const peopleCommands = {
  "roster.import": {
    schema: z.strictObject({
      type: z.literal("roster.import"),
      people: z.array(rosterPersonSchema).min(1).max(LIMITS.peopleMax),
      /** Taken off the roster in the same act. */
      removed: z.array(idSchema).max(LIMITS.peopleMax).optional(),
    }),
    by: "server",
    whenSealed: "refused",
    recorded: "actor",
    personal: PERSONAL_FIELDS,
  },
  "person.update": {
    schema: z.strictObject({
      type: z.literal("person.update"),
      ...rosterPersonSchema.partial().shape,
      personId: idSchema,
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: PERSONAL_FIELDS,
  },
  "person.arrive": {
    schema: z.strictObject({ type: z.literal("person.arrive"), personId: idSchema }),
    by: "server",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "person.move": {
    schema: z.strictObject({
      type: z.literal("person.move"),
      personId: idSchema,
      roomId: idSchema,
      /** Moves only who is there still; so undoing a move leaves a later one alone. */
      fromRoomId: idSchema.optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "person.excuse": {
    schema: z.strictObject({
      type: z.literal("person.excuse"),
      personId: idSchema,
      on: z.boolean(),
      excuseReason: lineText(LIMITS.excuseReasonMaxChars).optional(),
      /** Who comes instead, as it is said: 副局长 李红梅. */
      substitute: lineText(LIMITS.substituteMaxChars).optional(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: ["excuseReason", "substitute"],
  },
  "person.leave": {
    schema: z.strictObject({ type: z.literal("person.leave"), personId: idSchema, on: z.boolean() }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "person.remove": {
    schema: z.strictObject({ type: z.literal("person.remove"), personId: idSchema }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
  "person.restore": {
    schema: z.strictObject({ type: z.literal("person.restore"), personId: idSchema }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
