import type { Batch, JournalRow } from "../ports/journal.ts";
import { StorageError } from "../ports/storage-error.ts";

/**
 * Throws `StorageError` unless the rows follow `expectedHead` one by one: a gap in a journal can never be mended.
 * @returns the last row, which becomes the head.
 */
export function checkRowsFollowHead({
  sessionId,
  expectedHead,
  rows,
}: Pick<Batch, "sessionId" | "expectedHead" | "rows">): JournalRow {
  const last = rows.at(-1);
  if (last === undefined) throw refused(`journal ${sessionId}: a batch without rows`);
  for (const [index, row] of rows.entries()) {
    const expectedSeq = expectedHead + 1 + index;
    if (row.seq !== expectedSeq) {
      throw refused(`journal ${sessionId}: row ${row.seq} stands where ${expectedSeq} must`);
    }
  }
  return last;
}

/** Throws `StorageError` unless `seq` is the next one of its notes document. */
export function checkUpdateFollows(documentName: string, lastSeq: number, seq: number): void {
  if (seq !== lastSeq + 1) {
    throw refused(`notes ${documentName}: update ${seq} does not follow ${lastSeq}`);
  }
}

/**
 * Throws `StorageError` for a snapshot that would lose updates: an older one than is stored (what lay between is
 * dropped already), or one that claims updates nobody stored.
 */
export function checkSnapshotReach(
  documentName: string,
  reach: { readonly storedUptoSeq: number; readonly lastSeq: number },
  uptoSeq: number,
): void {
  if (uptoSeq < reach.storedUptoSeq || uptoSeq > reach.lastSeq) {
    throw refused(
      `notes ${documentName}: a snapshot up to ${uptoSeq} is not within ${reach.storedUptoSeq} to ${reach.lastSeq}`,
    );
  }
}

function refused(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
