import type { Batch, JournalHead, JournalRow, StoredRecord } from "../ports/journal.ts";
import type { NotesUpdate } from "../ports/notes-store.ts";
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

/** Throws `StorageError` for a record that would not be found by its kind. */
export function checkRecordIds(
  sessionId: string,
  records: readonly Pick<StoredRecord, "id" | "kind">[],
): void {
  const astray = records.find(({ id, kind }) => !id.startsWith(`${kind}:`));
  if (astray !== undefined) throw refused(`journal ${sessionId}: record ${astray.id} is no ${astray.kind}`);
}

/**
 * The documents in which others have stored what these updates do not follow, with the last seq of each; empty when all may
 * be stored. Throws `StorageError` for a gap, within the updates or after what is stored: nothing could ever fill it.
 */
export function findLostRaces(
  updates: readonly Pick<NotesUpdate, "documentName" | "seq">[],
  lastSeqOf: (documentName: string) => number,
): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  const lastSeqs = new Map<string, number>();
  for (const { documentName, seq } of updates) {
    const before = lastSeqs.get(documentName);
    const lastSeq = before ?? lastSeqOf(documentName);
    if (before === undefined && seq <= lastSeq) lost.set(documentName, lastSeq);
    else if (seq !== lastSeq + 1)
      throw refused(`notes ${documentName}: update ${seq} does not follow ${lastSeq}`);
    lastSeqs.set(documentName, seq);
  }
  return lost;
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

/** Throws `StorageError` unless the rows that are stored of a session from elsewhere reach its head, one after the other. */
export function checkOpenedJournal(
  { sessionId, head, hash }: JournalHead & { readonly sessionId: string },
  {
    rows,
    lastRow,
  }: { readonly rows: number; readonly lastRow: Pick<JournalRow, "seq" | "hash"> | undefined },
): void {
  if (head < 1 || rows !== head || lastRow?.seq !== head || lastRow.hash !== hash)
    throw refused(`journal ${sessionId}: ${rows} rows do not end at the head ${head}`);
}

function refused(message: string): StorageError {
  return new StorageError(message, { retryable: false });
}
