import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import type { CommandSpec } from "./spec.ts";

const MINUTE_MS = 60_000;

/** 提问解惑, 经验分享, 分组研讨, 汇报, 表决. */
export const agendaKindSchema = z.enum(["questions", "sharing", "groups", "report", "vote"]);
export type AgendaKind = z.infer<typeof agendaKindSchema>;

/** Where an item takes place: with everybody in the plenary, in all groups, or in those of a round, which it starts. */
export const roomSetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("plenary") }),
  z.strictObject({ kind: z.literal("groups") }),
  z.strictObject({ kind: z.literal("round"), roundId: idSchema }),
]);
export type RoomSet = z.infer<typeof roomSetSchema>;

const title = lineText(LIMITS.agendaTitleMaxChars);
/** Whole minutes; null: nobody said. */
const plannedMs = z.number().int().multipleOf(MINUTE_MS).min(MINUTE_MS).max(LIMITS.timerMaxMs).nullable();
/** 牵头: by name or by office; null: nobody said. */
const ledBy = lineText(LIMITS.agendaLedByMaxChars).nullable();

/** What a caller who knows no rooms says of an item. */
export const agendaSeedFields = {
  title,
  itemKind: agendaKindSchema,
  plannedMs,
  rooms: z.enum(["plenary", "groups"]),
  ledBy,
};

/** An item that a session begins with: its rounds come later. */
const agendaSeedSchema = z.strictObject({ itemId: idSchema, ...agendaSeedFields });
export type AgendaSeed = z.infer<typeof agendaSeedSchema>;
export const agendaSeedsSchema = z.array(agendaSeedSchema).max(LIMITS.agendaItemsMax);

const itemId = idSchema;
const WAY = { by: "client", whenSealed: "refused", recorded: "actor", personal: ["ledBy"] } as const;

export const agendaCommands = {
  /** Adds an item at the end. */
  "agenda.add": {
    schema: z.strictObject({
      type: z.literal("agenda.add"),
      itemId,
      title,
      itemKind: agendaKindSchema,
      plannedMs,
      roomSet: roomSetSchema,
      ledBy,
    }),
    ...WAY,
  },
  /** Changes what it names; what has begun by an item goes on as it was. */
  "agenda.update": {
    schema: z.strictObject({
      type: z.literal("agenda.update"),
      itemId,
      title: title.optional(),
      itemKind: agendaKindSchema.optional(),
      plannedMs: plannedMs.optional(),
      roomSet: roomSetSchema.optional(),
      ledBy: ledBy.optional(),
    }),
    ...WAY,
  },
  /** Which items come first; who came meanwhile follows, who is not there is passed over. */
  "agenda.order": {
    schema: z.strictObject({
      type: z.literal("agenda.order"),
      itemIds: z.array(idSchema).max(LIMITS.agendaItemsMax),
    }),
    ...WAY,
  },
  "agenda.remove": { schema: z.strictObject({ type: z.literal("agenda.remove"), itemId }), ...WAY },
  "agenda.restore": { schema: z.strictObject({ type: z.literal("agenda.restore"), itemId }), ...WAY },
  /** Goes from the item that is under way (null: none) to another, with rooms, time and stage; null: the agenda is over. */
  "agenda.advance": {
    schema: z.strictObject({
      type: z.literal("agenda.advance"),
      fromItemId: idSchema.nullable(),
      toItemId: idSchema.nullable(),
    }),
    ...WAY,
  },
  /** Takes the last step back, which went to `fromItemId`. */
  "agenda.back": {
    schema: z.strictObject({ type: z.literal("agenda.back"), fromItemId: idSchema.nullable() }),
    ...WAY,
  },
} as const satisfies Record<string, CommandSpec>;
