import { ForbiddenContent } from "./forbidden-content.ts";
import { STRUCT_KIND, type StructKind } from "./parsed-update.ts";

/** The first byte of a struct: its kind, and what of its place is written out. */
export const STRUCT_INFO = { kind: 0x1f, hasAttribute: 0x20, hasRight: 0x40, hasLeft: 0x80 } as const;

/** Throws `ForbiddenContent` for kinds that are never let in. */
export function structKind(info: number): StructKind {
  const number = info & STRUCT_INFO.kind;
  switch (number) {
    case STRUCT_KIND.collected:
    case STRUCT_KIND.deleted:
    case STRUCT_KIND.string:
    case STRUCT_KIND.embed:
    case STRUCT_KIND.format:
    case STRUCT_KIND.type:
    case STRUCT_KIND.any:
      return number;
    case 10:
      throw new ForbiddenContent("skip_struct");
    default:
      throw new ForbiddenContent("struct_kind");
  }
}
