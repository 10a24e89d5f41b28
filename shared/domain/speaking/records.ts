import { z } from "zod";
import { budgetMsSchema, budgetPerSchema, pointTagSchema } from "../../protocol/commands/speaking.ts";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { recordBase } from "../record-base.ts";

const spokenMs = z.number().int().min(0);

/** What a speech has in every state. */
export const speechFields = {
  ...recordBase("speech"),
  speechId: z.string(),
  roomId: z.string(),
  /** Who speaks. */
  personId: z.string(),
  /** Lower stands first among those that wait in the room. */
  order: z.number().int(),
  /** Whether the person asked for it; else it was somebody else's doing. */
  asked: z.boolean(),
  /** 发言要点; null: nothing noted yet. */
  gist: z.string().nullable(),
};

export const begunFields = {
  /** When the person first got the floor. */
  startedAt: timestampSchema,
  /** Null: as long as it takes. */
  budgetMs: budgetMsSchema.nullable(),
  /** Time spoken up to `runningSince`, to the pause or to the end. */
  spokenMs,
};

/** The states of a speech: in the queue, out of it, with the floor and the clock running, with the floor and the clock held, done. */
export const speechRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...speechFields, status: z.literal("waiting") }),
  z.strictObject({ ...speechFields, status: z.literal("withdrawn") }),
  z.strictObject({
    ...speechFields,
    ...begunFields,
    status: z.literal("speaking"),
    runningSince: timestampSchema,
  }),
  z.strictObject({ ...speechFields, ...begunFields, status: z.literal("paused") }),
  z.strictObject({ ...speechFields, ...begunFields, status: z.literal("over"), endedAt: timestampSchema }),
]);
export type SpeechRecord = z.infer<typeof speechRecordSchema>;
export type SpeechStatus = SpeechRecord["status"];

/** 经验要点: something a unit did well, said in a speech. */
export const pointRecordSchema = z.strictObject({
  ...recordBase("point"),
  pointId: z.string(),
  speechId: z.string(),
  roomId: z.string(),
  /** Whose experience it is: who spoke. */
  personId: z.string(),
  /** Points of a speech stand in the order they were noted. */
  order: z.number().int(),
  text: z.string(),
  tag: pointTagSchema.nullable(),
  /** 我们想学: for each unit the one of its people who said so first. */
  wanters: z.array(z.string()),
  /** Taken away; the voices stay. */
  removed: z.boolean(),
});
export type PointRecord = z.infer<typeof pointRecordSchema>;

/** How long one may speak in a room. */
export const floorRecordSchema = z.strictObject({
  ...recordBase("floor"),
  roomId: z.string(),
  per: budgetPerSchema,
  budgetMs: budgetMsSchema.nullable(),
});
export type FloorRecord = z.infer<typeof floorRecordSchema>;

/** What holds in a room of which nobody has said anything. */
export const DEFAULT_FLOOR = { per: "person", budgetMs: 300_000 } as const;

export function speechRecordId(speechId: string): string {
  return `speech:${speechId}`;
}

export function pointRecordId(pointId: string): string {
  return `point:${pointId}`;
}

export function floorRecordId(roomId: string): string {
  return `floor:${roomId}`;
}
