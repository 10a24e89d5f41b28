import { type FontFace, readTable } from "./font-face.ts";

/** Whether a face has a character, told by its code point. */
export type Coverage = (codePoint: number) => boolean;

const NONE: Coverage = () => false;
/** Platform and encoding of maps by Unicode, the fullest first. */
const UNICODE_MAPS = ["3/10", "0/6", "0/4", "3/1", "0/3", "0/2", "0/1", "0/0"];

/** What `face` has by its `cmap` table; nothing where that is damaged. */
export function coverageOf(face: FontFace): Coverage {
  try {
    return coverageIn(readTable(face.path, face.characterMap));
  } catch {
    return NONE;
  }
}

function coverageIn(table: Buffer): Coverage {
  const maps = new Map<string, number>();
  for (let entry = 0; entry < table.readUInt16BE(2); entry += 1) {
    const at = 4 + entry * 8;
    maps.set(`${table.readUInt16BE(at)}/${table.readUInt16BE(at + 2)}`, table.readUInt32BE(at + 4));
  }
  for (const key of UNICODE_MAPS) {
    const at = maps.get(key);
    if (at === undefined) continue;
    const format = table.readUInt16BE(at);
    if (format === 12) return groups(table.subarray(at));
    if (format === 4) return segments(table.subarray(at));
  }
  return NONE;
}

/** Format 12: groups of code points that stand in a row. */
function groups(map: Buffer): Coverage {
  const count = map.readUInt32BE(12);
  if (16 + count * 12 > map.length) throw new Error("font table cut short");
  const start = (group: number) => map.readUInt32BE(16 + group * 12);
  const end = (group: number) => map.readUInt32BE(20 + group * 12);
  return (codePoint) => {
    const group = firstAtLeast(count, codePoint, end);
    if (group === count || start(group) > codePoint) return false;
    return map.readUInt32BE(24 + group * 12) + codePoint - start(group) !== 0;
  };
}

/** Format 4: segments of the Basic Multilingual Plane. */
function segments(map: Buffer): Coverage {
  const bytes = map.readUInt16BE(6);
  const count = bytes / 2;
  const [ends, starts] = [14, 16 + bytes];
  const [deltas, offsets] = [starts + bytes, starts + 2 * bytes];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    const segment = firstAtLeast(count, codePoint, (index) => map.readUInt16BE(ends + index * 2));
    if (segment === count) return false;
    const start = map.readUInt16BE(starts + segment * 2);
    if (start > codePoint) return false;
    const delta = map.readUInt16BE(deltas + segment * 2);
    const place = offsets + segment * 2;
    const offset = map.readUInt16BE(place);
    if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
    const at = place + offset + (codePoint - start) * 2;
    return at + 2 <= map.length && map.readUInt16BE(at) !== 0;
  };
}

/** The first of `count` ascending values that is at least `value`; `count` where there is none. */
function firstAtLeast(count: number, value: number, at: (index: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
