import type { DocumentBlock } from "../../shared/documents/model.ts";

/**
 * Whether an empty line stands between two blocks: after a table, and after the attendance where it is not the last. Lines to sign
 * and the attendance have room of their own, and a line that nothing needs would be a page of its own where a table fills its page.
 */
export function needsLineBetween(block: DocumentBlock, next: DocumentBlock | undefined): boolean {
  if (next === undefined || next.kind === "pageBreak") return false;
  if (block.kind === "attendance") return true;
  return block.kind === "table" && next.kind !== "signature" && next.kind !== "attendance";
}
