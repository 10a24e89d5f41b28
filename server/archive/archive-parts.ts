import { setImmediate as turn } from "node:timers/promises";
import { DOCUMENTS } from "../../shared/documents/documents.ts";
import { DEFAULT_TIME_ZONE } from "../../shared/documents/options.ts";
import { SHEET_FORMATS } from "../../shared/documents/sheets/names.ts";
import { printedHead } from "../../shared/domain/exports/printed-head.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import { DOCUMENT_NAMES } from "../../shared/protocol/document-names.ts";
import type { FontPlaces } from "../documents/pdf/fonts/font-places.ts";
import { renderFormats, renderSheet } from "../documents/process/render-in-process.ts";
import { storedRoomNotes } from "../documents/room-notes.ts";
import { ledgerRecordsIn } from "../lobby/class-ledger.ts";
import type { JournalBaseline, JournalRow } from "../ports/journal.ts";
import type { Storage } from "../ports/storage.ts";
import { BASELINE_FILE, JOURNAL_FILE, RECORDS_FILE } from "./archive-format.ts";
import { notesParts } from "./notes-parts.ts";
import { bytesInPieces, jsonLines } from "./pieces.ts";
import type { ArchivePart } from "./write-archive.ts";

/** A session at one moment of its journal, and where the rest of it is read. */
export interface ArchiveSource {
  readonly sessionId: string;
  readonly state: SessionState;
  readonly headHash: string;
  readonly baseline: JournalBaseline | null;
  readonly storage: Storage;
  readonly fontPlaces: FontPlaces;
  /** Ends what is being made, see `MakingLimits`. */
  readonly signal: AbortSignal;
}

/** How many of its files are counted as its making goes on: documents, ledgers, records, journal, the notes of each room. */
export function archivePartCount(state: SessionState): number {
  const documents = DOCUMENT_NAMES.reduce((sum, name) => sum + DOCUMENTS[name].formats.length, 0);
  return documents + SHEET_FORMATS.length + 2 + [...state.all("room")].length;
}

/** The files of a session's archive, each made when it is its turn. Documents come first: what cannot be made is known before a byte is sent. */
export async function* archiveParts(source: ArchiveSource): AsyncGenerator<ArchivePart> {
  const { sessionId, state, baseline, storage } = source;
  yield* documentParts(source);
  yield { name: RECORDS_FILE, content: jsonLines(byId(storedRecords(state))) };
  yield { name: JOURNAL_FILE, content: jsonLines(journalRows(source)) };
  if (baseline !== null) yield { name: BASELINE_FILE, content: jsonLines(byId(baseline.records)) };
  const roomIds = [...state.all("room")].map(({ roomId }) => roomId).sort();
  for (const roomId of roomIds) yield* notesParts(storage, { sessionId, roomId });
}

async function* documentParts(source: ArchiveSource): AsyncGenerator<ArchivePart> {
  const { sessionId, state, headHash, storage, fontPlaces, signal } = source;
  const head = printedHead(state, headHash);
  for (const name of DOCUMENT_NAMES) {
    const { formats } = DOCUMENTS[name];
    const files = await renderFormats(
      {
        name,
        formats,
        records: () => state.everything(),
        rooms: () => storedRoomNotes(state, sessionId, storage.notes),
        options: { timeZone: DEFAULT_TIME_ZONE, head },
        fontPlaces,
      },
      { signal },
    );
    for (const [place, { bytes }] of files.entries()) {
      yield { name: `documents/${name}.${formats[place]}`, isPacked: true, content: bytesInPieces(bytes) };
    }
  }
  for (const format of SHEET_FORMATS) {
    const sources = () => [ledgerRecordsIn(state)];
    const { bytes } = await renderSheet({ format, unit: null, isOfClass: false, sources }, { signal });
    yield { name: `documents/ledger.${format}`, isPacked: true, content: bytesInPieces(bytes) };
  }
}

const ROWS_AT_ONCE = 100;

/** Up to the head the session is archived at, and not beyond: it may be going on. */
async function* journalRows({ sessionId, state, storage }: ArchiveSource): AsyncGenerator<JournalRow> {
  let seq = 0;
  while (seq < state.head) {
    const rows = await storage.journal.rows(sessionId, seq, Math.min(ROWS_AT_ONCE, state.head - seq));
    if (rows.length === 0) throw new Error(`session ${sessionId} was wiped while it was archived`);
    yield* rows;
    seq += rows.length;
    await turn();
  }
}

/** The records as they are stored: in none of them stands that the session was opened from an archive. */
function* storedRecords(state: SessionState): Generator<AnyRecord> {
  for (const record of state.everything()) {
    if (record.kind !== "session") yield record;
    else {
      const { openedAt: _openedAt, ...stored } = record;
      yield stored;
    }
  }
}

function byId<R extends { readonly id: string }>(records: Iterable<R>): R[] {
  return [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
}
