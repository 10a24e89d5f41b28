import type { z } from "zod";
import type { JournalRow } from "../ports/journal.ts";
import type { KeptRecord, KeptUpdate, KeptVersion } from "../ports/kept-data.ts";
import type { ArchiveFile } from "./archive-file.ts";
import {
  BASELINE_FILE,
  JOURNAL_FILE,
  journalRowSchema,
  type Manifest,
  notesDocumentSchema,
  notesFilesOf,
  notesOwnerSchema,
  notesUpdateSchema,
  notesVersionRowSchema,
  RECORDS_FILE,
} from "./archive-format.ts";
import { ArchiveRefusal } from "./archive-refusal.ts";

/** The session in an archive, as a stopped server's data are read. Rejects with `ArchiveRefusal`. */
export async function archivedSession(archive: ArchiveFile, { journal, baselineHead }: Manifest) {
  const records = await needed(archive, RECORDS_FILE);
  const rows = await needed(archive, JOURNAL_FILE);
  const baseline = baselineHead === null ? null : await needed(archive, BASELINE_FILE);
  return {
    head: () => journal,
    overview: () => null,
    journal: (): Iterable<JournalRow> => itemsOf(rows, JOURNAL_FILE, journalRowSchema),
    records: () => recordsIn(records),
    baseline: () => baseline && { head: baselineHead ?? 0, jsons: [...linesOf(baseline)] },
  };
}

/** The notes of a room in an archive, likewise. Their files were held against their hashes before. */
export async function archivedNotes(archive: ArchiveFile, roomId: string) {
  const files = notesFilesOf(roomId);
  const [document] = itemsOf(await needed(archive, files.document), files.document, notesDocumentSchema);
  if (document === undefined) throw new ArchiveRefusal("inconsistent", `${files.document} is empty`);
  const snapshot = await archive.bytes(files.snapshot);
  const updates = await needed(archive, files.updates);
  const owners = await needed(archive, files.owners);
  const versions: KeptVersion[] = [];
  const listed = await needed(archive, files.versions);
  for (const said of itemsOf(listed, files.versions, notesVersionRowSchema)) {
    const { versionId, at } = said;
    const state = await needed(archive, files.version(versionId));
    versions.push({ versionId, at, description: JSON.stringify(said), state, isIntact: true });
  }
  return {
    notesSnapshot: () => snapshot && { uptoSeq: document.snapshotSeq, bytes: snapshot, isIntact: true },
    notesUpdates: () => updatesIn(updates, files.updates),
    notesOwners: () => intact(itemsOf(owners, files.owners, notesOwnerSchema)),
    notesVersions: () => versions,
    reachedSeq: () => document.seq,
  };
}

async function needed(archive: ArchiveFile, name: string): Promise<Buffer> {
  const bytes = await archive.bytes(name);
  if (bytes === null) throw new ArchiveRefusal("inconsistent", `${name} is missing`);
  return bytes;
}

function* recordsIn(bytes: Buffer): Generator<KeptRecord> {
  let place = 0;
  for (const json of linesOf(bytes)) {
    place += 1;
    const { id = `in line ${place}`, kind = "", rev = 0 } = record(json);
    yield { id: String(id), kind: String(kind), rev: Number(rev), json };
  }
}

function record(json: string): { id?: unknown; kind?: unknown; rev?: unknown } {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}

function* updatesIn(bytes: Buffer, name: string): Generator<KeptUpdate> {
  for (const { seq, base64 } of itemsOf(bytes, name, notesUpdateSchema))
    yield { seq, bytes: Buffer.from(base64, "base64"), isIntact: true };
}

function* intact<T>(items: Iterable<T>): Generator<T & { isIntact: true }> {
  for (const item of items) yield { ...item, isIntact: true };
}

function* itemsOf<T>(bytes: Buffer, name: string, schema: z.ZodType<T>): Generator<T> {
  let place = 0;
  for (const line of linesOf(bytes)) {
    place += 1;
    let item: T;
    try {
      item = schema.parse(JSON.parse(line));
    } catch (cause) {
      throw new ArchiveRefusal("inconsistent", `${name}, line ${place} is not as such lines are`, { cause });
    }
    yield item;
  }
}

const LINE_END = 0x0a;
/** Far above any row or record: what is longer is not parsed, which nothing could interrupt. */
const LINE_MAX_BYTES = 16 * 1024 * 1024;

function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(LINE_END, at);
    const end = found === -1 ? bytes.length : found;
    if (end - at > LINE_MAX_BYTES)
      throw new ArchiveRefusal("too_large", "one of its lines is longer than any may be");
    yield bytes.toString("utf8", at, end);
    at = end + 1;
  }
}
