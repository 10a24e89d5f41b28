import type { DocumentBlock } from "../../shared/documents/model.ts";

/**
 * Whether a line stands between a table and what follows. Lines to sign have room of their own, and a line that nothing needs
 * would be a page of its own where the table fills its page.
 */
export function needsLineAfterTable(next: DocumentBlock | undefined): boolean {
  return next !== undefined && next.kind !== "pageBreak" && next.kind !== "signature";
}
