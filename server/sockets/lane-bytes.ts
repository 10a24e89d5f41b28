import { constants, deflateRawSync } from "node:zlib";
import type { LaneChanges, RecordView } from "../../shared/protocol/lanes.ts";

/** Below this, packing saves less than it costs at both ends. */
const PACKED_FROM_BYTES = 4 * 1024;
const PART_RECORDS = 128;

const END = Buffer.from('],"remove":[]}');
const PACKED_START = deflated('{"put":[');
const PACKED_END = deflateRawSync(END);

interface Part {
  readonly views: readonly RecordView[];
  readonly json: Buffer;
  packed: Buffer | null;
}

/**
 * A whole lane as the bytes of its JSON, and packed. Both are kept in parts, of which a change makes anew those it
 * touches: a view is the same object until it changes. What was handed out is never written to again.
 */
export class LaneBytes {
  private parts: Part[] = [];
  private pieces: readonly Buffer[] = [];
  private lane: LaneChanges | null = null;
  private isPacked = false;

  /**
   * Takes in a lane as it is now, and packs it where it `mayPack` and is large enough. False where `isLate` said so
   * before all was done; the next call goes on from there.
   */
  takeIn(whole: LaneChanges, mayPack: boolean, isLate: () => boolean): boolean {
    if (this.lane !== whole) {
      this.lane = null;
      if (!this.encode(whole.put, isLate)) return false;
      const { lane, from, to } = whole;
      const start = Buffer.from(`${JSON.stringify({ lane, from, to }).slice(0, -1)},"put":[`);
      this.pieces = [start, ...this.parts.map(({ json }) => json), END];
      this.lane = whole;
      this.isPacked = false;
    }
    if (mayPack && !this.isPacked && this.jsonLength >= PACKED_FROM_BYTES) {
      for (const part of this.parts) {
        if (part.packed === null && isLate()) return false;
        part.packed ??= deflated(part.json);
      }
      this.isPacked = true;
    }
    return true;
  }

  /** The JSON of what was taken in, in pieces. */
  get json(): readonly Buffer[] {
    return this.pieces;
  }

  /** What inflates to the JSON of its `{put, remove}`, in pieces; null where it was not packed. */
  get packed(): readonly Buffer[] | null {
    if (!this.isPacked) return null;
    return [PACKED_START, ...this.parts.flatMap(({ packed }) => packed ?? []), PACKED_END];
  }

  /** Bytes of JSON of all records. */
  get jsonLength(): number {
    return this.parts.reduce((sum, { json }) => sum + json.length, 0);
  }

  private encode(put: readonly RecordView[], isLate: () => boolean): boolean {
    const count = Math.ceil(put.length / PART_RECORDS);
    for (let index = 0; index < count; index += 1) {
      const views = put.slice(index * PART_RECORDS, (index + 1) * PART_RECORDS);
      const known = this.parts[index];
      if (known !== undefined && areSame(known.views, views)) continue;
      if (isLate()) return false;
      // The comma parts its records from those before.
      const text = `${index === 0 ? "" : ","}${JSON.stringify(views).slice(1, -1)}`;
      this.parts[index] = { views, json: Buffer.from(text), packed: null };
    }
    this.parts.length = count;
    return true;
  }
}

function areSame(some: readonly RecordView[], others: readonly RecordView[]): boolean {
  return some.length === others.length && some.every((view, index) => view === others[index]);
}

/** Deflates what more follows: it ends at a border of bytes, and nothing after it refers to it. */
function deflated(data: string | Buffer): Buffer {
  return deflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
}
