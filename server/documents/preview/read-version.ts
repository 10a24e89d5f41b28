import { isReadByDocuments } from "../../../shared/documents/read-kinds.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { notesDocumentName } from "../../../shared/protocol/notes.ts";
import type { NotesStore } from "../../ports/notes-store.ts";

/** Which state of the session a document was made from: another one may give another document. */
export interface ReadVersion {
  /** Of the records that documents read. */
  readonly records: string;
  /** How far the notes of each room had come. */
  readonly notesSeqs: ReadonlyMap<string, number>;
}

/** Records are replaced under a rising rev, so that their number and the last rev tell two states apart. */
export function recordsVersion(records: Iterable<AnyRecord>): string {
  let count = 0;
  let last = 0;
  for (const { kind, rev } of records) {
    if (!isReadByDocuments(kind)) continue;
    count += 1;
    last = Math.max(last, rev);
  }
  return `${count}.${last}`;
}

/** Whether nothing that documents read has changed since. */
export async function isUnchanged(
  version: ReadVersion,
  { state, sessionId }: { readonly state: SessionState; readonly sessionId: string },
  notes: NotesStore,
): Promise<boolean> {
  if (recordsVersion(state.everything()) !== version.records) return false;
  for (const { roomId } of state.all("room")) {
    const seq = version.notesSeqs.get(roomId);
    const since = seq === undefined ? null : await notes.since(notesDocumentName(sessionId, roomId), seq);
    if (since === null || since.updates.length > 0) return false;
  }
  return true;
}
