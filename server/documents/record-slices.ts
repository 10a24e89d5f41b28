import { setImmediate as turn } from "node:timers/promises";
import type { AnyRecord } from "../../shared/domain/records.ts";

/** Written in about a millisecond where none of them has been before. */
const RECORDS_A_SLICE = 100;

/**
 * What was written of records, which never change: a document is made again and again while a session goes on, and what is
 * written anew each time would be cleared away while the meeting waits.
 */
const written = new WeakMap<AnyRecord, Buffer>();

/** Records as JSON arrays in bytes. The loop turns between them; `records` may not change meanwhile. */
export async function recordSlices(records: Iterable<AnyRecord>): Promise<Uint8Array[]> {
  const slices: Uint8Array[] = [];
  let slice: Buffer[] = [];
  const close = async () => {
    slices.push(Buffer.concat([OPEN, ...slice.slice(1), CLOSE]));
    slice = [];
    await turn();
  };
  for (const record of records) {
    slice.push(COMMA, bytesOf(record));
    if (slice.length === 2 * RECORDS_A_SLICE) await close();
  }
  if (slice.length > 0) await close();
  return slices;
}

const [OPEN, COMMA, CLOSE] = ["[", ",", "]"].map((mark) => Buffer.from(mark)) as [Buffer, Buffer, Buffer];

function bytesOf(record: AnyRecord): Buffer {
  const known = written.get(record);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(record));
  written.set(record, bytes);
  return bytes;
}

/** What `recordSlices` was given. */
export function recordsOf(slices: readonly Uint8Array[]): AnyRecord[] {
  const decoder = new TextDecoder();
  return slices.flatMap((slice) => JSON.parse(decoder.decode(slice)) as AnyRecord[]);
}
