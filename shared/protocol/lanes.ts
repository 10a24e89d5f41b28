import { z } from "zod";
import { LIMITS } from "./limits.ts";

/** An audience; `stage` are the pages at the projectors, `leader` those who lead the group in a room. */
export type Lane =
  | "staff"
  | "stage"
  | `person:${string}`
  | `unit:${string}`
  | `leader:${string}`
  | `room:${string}`
  | "everyone";

export const laneSchema = z
  .string()
  .max(LIMITS.laneNameMaxChars)
  .regex(/^(staff|stage|everyone|(person|unit|leader|room):.+)$/) as unknown as z.ZodType<Lane>;

/** Which view of a record to show where it stands in several lanes: the lowest number. */
export function lanePrecedence(lane: Lane): number {
  if (lane === "staff") return 0;
  if (lane === "stage" || lane.startsWith("person:")) return 1;
  if (lane.startsWith("unit:") || lane.startsWith("leader:")) return 2;
  if (lane.startsWith("room:")) return 3;
  return 4;
}

/** A record as a viewer gets it: some of its fields, always these three. */
export const recordViewSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  rev: z.number().int().min(0),
});
export type RecordView = z.infer<typeof recordViewSchema>;

/** What became of one lane between two revs; `from: null` replaces the lane's content. */
export const laneChangesSchema = z.strictObject({
  lane: laneSchema,
  from: z.number().int().min(0).nullable(),
  to: z.number().int().min(0),
  put: z.array(recordViewSchema),
  remove: z.array(z.string()),
});
export type LaneChanges = z.infer<typeof laneChangesSchema>;

/** The way of packing a client may accept: RFC 1951 without a frame. */
export const DEFLATE_RAW = "deflate-raw";

/** A whole lane whose `packed` inflates to the JSON of `{put, remove}`; for who accepts it, where it saves something. */
export const packedLaneSchema = z.strictObject({
  lane: laneSchema,
  from: z.null(),
  to: z.number().int().min(0),
  packed: z.custom<Uint8Array | ArrayBuffer>(
    (bytes) => bytes instanceof Uint8Array || bytes instanceof ArrayBuffer,
  ),
});
export type PackedLane = z.infer<typeof packedLaneSchema>;
