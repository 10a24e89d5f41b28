import { type ByteCursor, MalformedBytes } from "../byte-cursor.ts";
import type { NotesLimits } from "../notes-limits.ts";

type ValueLimits = Pick<NotesLimits, "valueDepthMax" | "nameMaxBytes">;

/**
 * Walks one value in lib0's "any" encoding, the form attributes come in. False for what no editor of ours writes: too deep,
 * big integers (no JSON can hold them), byte arrays, keys that reach for a prototype. The recursion is bounded by the depth.
 */
export function isPlainAny(cursor: ByteCursor, limits: ValueLimits, depth = 0): boolean {
  if (depth > limits.valueDepthMax) return false;
  const tag = cursor.uint8();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return true;
    case 125:
      cursor.skipVarInt();
      return true;
    case 124:
      cursor.skip(4);
      return true;
    case 123:
      cursor.skip(8);
      return true;
    case 119:
      cursor.skipVarString();
      return true;
    case 118: {
      const size = cursor.varUint();
      for (let entry = 0; entry < size; entry++) {
        if (!isPlainName(cursor.varString(), limits) || !isPlainAny(cursor, limits, depth + 1)) return false;
      }
      return true;
    }
    case 117: {
      const size = cursor.varUint();
      for (let entry = 0; entry < size; entry++) if (!isPlainAny(cursor, limits, depth + 1)) return false;
      return true;
    }
    case 122: // big integer
    case 116: // bytes
      return false;
    default:
      throw new MalformedBytes();
  }
}

/** Whether a JSON text of bounded size parses and stays within the depth. */
export function isPlainJson(text: string, limits: ValueLimits): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedBytes();
  }
  return isWithinDepth(value, limits.valueDepthMax);
}

/** A node, attribute or mark name as an editor's schema has them. */
export function isPlainName(name: string, limits: Pick<NotesLimits, "nameMaxBytes">): boolean {
  return name.length <= limits.nameMaxBytes && /^[A-Za-z][\w.:+/=-]*$/.test(name);
}

function isWithinDepth(value: unknown, depthLeft: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depthLeft === 0) return false;
  return Object.values(value).every((inner) => isWithinDepth(inner, depthLeft - 1));
}
