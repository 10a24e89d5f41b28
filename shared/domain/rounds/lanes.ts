import type { FieldOf } from "../kind.ts";
import { type Presentation, viewOf } from "../view.ts";
import type { RoundRecord } from "./records.ts";

const FOR_STAFF = [
  "roundId",
  "name",
  "order",
  "groups",
  "rules",
  "seed",
  "status",
  "choosing",
  "chosen",
  "start",
  "removed",
] as const satisfies readonly FieldOf<RoundRecord>[];

/** Who sits where next is known to staff until it is so; then everybody's own record tells it. */
export function roundLanes(round: RoundRecord): Presentation {
  return [["staff", viewOf(round, FOR_STAFF)]];
}
