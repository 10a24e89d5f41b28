import { inflateRawSync } from "node:zlib";
import type { LaneChanges, PackedLane } from "../../../shared/protocol/lanes.ts";

/** The lanes of a join's answer, those that came packed unpacked as the contract says. */
export function plainLanes(lanes: readonly (LaneChanges | PackedLane)[]): LaneChanges[] {
  return lanes.map((answered) => {
    if (!("packed" in answered)) return answered;
    const { packed, ...rest } = answered;
    const text = inflateRawSync(packed instanceof ArrayBuffer ? new Uint8Array(packed) : packed).toString();
    return { ...rest, ...(JSON.parse(text) as Pick<LaneChanges, "put" | "remove">) };
  });
}
