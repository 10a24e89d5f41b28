import { DEFLATE_RAW, type LaneChanges, type PackedLane } from "../../shared/protocol/lanes.ts";
import type { JoinRequest } from "../../shared/protocol/session-socket.ts";

type Lanes = readonly (LaneChanges | PackedLane)[];

/** What a join says that this browser unpacks: an older one knows other formats alone, or none. */
export function acceptedPackings(): NonNullable<JoinRequest["accepts"]> {
  try {
    new DecompressionStream(DEFLATE_RAW);
    return [DEFLATE_RAW];
  } catch {
    return [];
  }
}

/** Whether nothing of it has to be unpacked. */
export function arePlain(lanes: Lanes): lanes is readonly LaneChanges[] {
  return lanes.every((lane) => !("packed" in lane));
}

/** The lanes as they are plain. Rejects where the bytes are not what they should be. */
export function unpackLanes(lanes: Lanes): Promise<LaneChanges[]> {
  return Promise.all(lanes.map(async (lane) => ("packed" in lane ? unpack(lane) : lane)));
}

async function unpack({ lane, from, to, packed }: PackedLane): Promise<LaneChanges> {
  const bytes = packed instanceof ArrayBuffer ? packed : new Uint8Array(packed);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(DEFLATE_RAW));
  const { put, remove } = (await new Response(plain).json()) as Pick<LaneChanges, "put" | "remove">;
  return { lane, from, to, put, remove };
}
