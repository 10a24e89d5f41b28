import type { JournalRow, StoredRecord } from "../../ports/journal.ts";
import type { NewNotesVersion } from "../../ports/notes-version-store.ts";
import type { OpenedNotes } from "../../ports/opened-session.ts";
import type { Storage } from "../../ports/storage.ts";
import { checkOpenedJournal } from "../check-append.ts";
import type { CheckOpen } from "./check-open.ts";
import type { memoryJournal } from "./memory-journal.ts";
import type { memoryNotesStore } from "./memory-notes-store.ts";
import type { memoryNotesVersionStore } from "./memory-notes-version-store.ts";

interface Stores {
  readonly journal: ReturnType<typeof memoryJournal>;
  readonly notes: ReturnType<typeof memoryNotesStore>;
  readonly notesVersions: ReturnType<typeof memoryNotesVersionStore>;
  readonly checkOpen: CheckOpen;
}

/** See `Storage.open`: the pieces are gathered first, then put where they are found. */
export function memoryOpening({ journal, notes, notesVersions, checkOpen }: Stores): Storage["open"] {
  const opening = new Set<string>();
  return async ({ sessionId, journal: end, baselineHead, overview, openedAt }, pieces) => {
    checkOpen();
    if (opening.has(sessionId) || (await journal.head(sessionId)) !== null) return false;
    opening.add(sessionId);
    try {
      const rows: JournalRow[] = [];
      const records: StoredRecord[] = [];
      const baseline: StoredRecord[] = [];
      const documents: OpenedNotes[] = [];
      const versions: NewNotesVersion[] = [];
      for await (const piece of pieces) {
        if (piece.kind === "rows") rows.push(...piece.rows);
        else if (piece.kind === "notes") documents.push(piece);
        else if (piece.kind === "version") versions.push(piece);
        else (piece.kind === "records" ? records : baseline).push(...piece.records);
      }
      checkOpenedJournal({ sessionId, ...end }, { rows: rows.length, lastRow: rows.at(-1) });
      const replayedFrom = baselineHead === null ? null : { head: baselineHead, records: baseline };
      journal.put(sessionId, { rows, records, overview, openedAt, baseline: replayedFrom });
      for (const document of documents) notes.put(document);
      for (const version of versions) await notesVersions.keep(version, []);
      return true;
    } finally {
      opening.delete(sessionId);
    }
  };
}
