import type { ByteCursor } from "../byte-cursor.ts";
import type { NotesLimits } from "../notes-limits.ts";
import { ForbiddenContent } from "./forbidden-content.ts";
import { STRUCT_KIND, type StructKind, TYPE_REF } from "./parsed-update.ts";
import { STRUCT_INFO, structKind } from "./struct-info.ts";
import { isPlainAny } from "./value-bounds.ts";

/**
 * Passes over a struct without keeping anything of it; how many units it holds. Throws `MalformedBytes` or
 * `ForbiddenContent`.
 */
export function skipStruct(cursor: ByteCursor, limits: NotesLimits): number {
  const info = cursor.uint8();
  const kind = structKind(info);
  if (kind !== STRUCT_KIND.collected) skipPlace(cursor, info);
  const length = skipContent(cursor, kind, limits);
  if (length === 0) throw new ForbiddenContent("empty_struct");
  return length;
}

function skipPlace(cursor: ByteCursor, info: number): void {
  const hasLeft = (info & STRUCT_INFO.hasLeft) !== 0;
  const hasRight = (info & STRUCT_INFO.hasRight) !== 0;
  if (hasLeft) skipId(cursor);
  if (hasRight) skipId(cursor);
  if (hasLeft || hasRight) return;
  if (cursor.varUint() === 1) skipBytes(cursor);
  else skipId(cursor);
  if ((info & STRUCT_INFO.hasAttribute) !== 0) skipBytes(cursor);
}

function skipContent(cursor: ByteCursor, kind: StructKind, limits: NotesLimits): number {
  switch (kind) {
    case STRUCT_KIND.collected:
    case STRUCT_KIND.deleted:
      return cursor.varUint();
    case STRUCT_KIND.string:
      return cursor.skipVarString();
    case STRUCT_KIND.format:
      skipBytes(cursor);
      skipBytes(cursor);
      return 1;
    case STRUCT_KIND.embed:
      skipBytes(cursor);
      return 1;
    case STRUCT_KIND.type:
      if (cursor.varUint() === TYPE_REF.element) skipBytes(cursor);
      return 1;
    case STRUCT_KIND.any:
      return skipValues(cursor, limits);
    default: {
      const unreachable: never = kind;
      return unreachable;
    }
  }
}

function skipValues(cursor: ByteCursor, limits: NotesLimits): number {
  const count = cursor.varUint();
  for (let left = count; left > 0; left--) {
    if (!isPlainAny(cursor, limits)) throw new ForbiddenContent("value");
  }
  return count;
}

function skipId(cursor: ByteCursor): void {
  cursor.varUint();
  cursor.varUint();
}

function skipBytes(cursor: ByteCursor): void {
  cursor.skip(cursor.varUint());
}
