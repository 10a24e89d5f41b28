import { setImmediate as turn } from "node:timers/promises";
import type { AnyRecord } from "../../shared/domain/records.ts";

/** Written in about a millisecond. */
const RECORDS_A_SLICE = 100;

/**
 * Records as a worker takes them over for nothing: JSON arrays in bytes whose memory is theirs alone. The loop turns between
 * them; `records` may not change meanwhile.
 */
export async function recordSlices(records: Iterable<AnyRecord>): Promise<Uint8Array<ArrayBuffer>[]> {
  const encoder = new TextEncoder();
  const slices: Uint8Array<ArrayBuffer>[] = [];
  let slice: AnyRecord[] = [];
  const close = async () => {
    slices.push(encoder.encode(JSON.stringify(slice)));
    slice = [];
    await turn();
  };
  for (const record of records) {
    slice.push(record);
    if (slice.length === RECORDS_A_SLICE) await close();
  }
  if (slice.length > 0) await close();
  return slices;
}

/** What `recordSlices` was given. */
export function recordsOf(slices: readonly Uint8Array[]): AnyRecord[] {
  const decoder = new TextDecoder();
  return slices.flatMap((slice) => JSON.parse(decoder.decode(slice)) as AnyRecord[]);
}
