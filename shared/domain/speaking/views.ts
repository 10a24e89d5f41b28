import { z } from "zod";
import { timestampSchema } from "../../protocol/timestamp.ts";
import { begunFields, floorRecordSchema, pointRecordSchema, speechFields } from "./records.ts";

/** Who speaks, or whose experience it is; also once taken off the roster. */
export const speakerViewSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string().nullable(),
});
export type SpeakerView = z.infer<typeof speakerViewSchema>;

const { gist, ...shared } = speechFields;
const base = {
  ...shared,
  speaker: speakerViewSchema,
  /** While it is noted for staff, the room's leader and the speaker; once it was heard for the room and the stage too. */
  gist: gist.optional(),
};

/** A speech as a viewer may get it, in the states of the record. */
export const speechViewSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...base, status: z.literal("waiting") }),
  z.strictObject({ ...base, status: z.literal("withdrawn") }),
  z.strictObject({ ...base, ...begunFields, status: z.literal("speaking"), runningSince: timestampSchema }),
  z.strictObject({ ...base, ...begunFields, status: z.literal("paused") }),
  z.strictObject({ ...base, ...begunFields, status: z.literal("over"), endedAt: timestampSchema }),
]);
export type SpeechView = z.infer<typeof speechViewSchema>;

export const pointViewSchema = pointRecordSchema
  .omit({ wanters: true })
  .extend({ owner: speakerViewSchema, wantedBy: z.array(z.string()) });
export type PointView = z.infer<typeof pointViewSchema>;

export const floorViewSchema = floorRecordSchema;
