import { inflateRawSync } from "node:zlib";
import { structsByClient } from "../../shared/notes/yjs-insides.ts";
import { openDocument } from "../notes/storing/stored-document.ts";
import type { KeptData, KeptVersion } from "../ports/kept-data.ts";
import type { NotesVersion } from "../ports/notes-version-store.ts";

export interface NotesVerdict {
  /** Updates that stand one by one, after the snapshot. */
  readonly updates: number;
  readonly snapshotSeq: number;
  readonly versions: number;
  /** Where it breaks; empty when it holds. */
  readonly troubles: readonly string[];
}

/** Far above what a document may hold; more is not taken into memory. */
const STATE_MAX_BYTES = 64 * 1024 * 1024;

/** All that is looked at of a document, in a folder or in an archive. */
export type NotesData = Pick<
  KeptData,
  "notesSnapshot" | "notesUpdates" | "notesOwners" | "notesVersions" | "reachedSeq"
>;

/** Holds a document's rows against each other, loads it as a server would, and unpacks its versions. */
export function verifyNotes(data: NotesData, documentName: string): NotesVerdict {
  const troubles: string[] = [];
  const snapshot = data.notesSnapshot(documentName);
  if (snapshot?.isIntact === false)
    troubles.push(`the snapshot up to ${snapshot.uptoSeq} is not as its digest says`);
  const snapshotSeq = snapshot?.uptoSeq ?? 0;
  const updates: Uint8Array[] = [];
  let bytes = snapshot?.bytes.length ?? 0;
  let seq = snapshotSeq;
  for (const update of data.notesUpdates(documentName)) {
    if (update.seq !== seq + 1) troubles.push(`update ${update.seq} stands where ${seq + 1} must`);
    if (!update.isIntact) troubles.push(`update ${update.seq} is not as its digest says`);
    seq = update.seq;
    bytes += update.bytes.length;
    if (bytes <= STATE_MAX_BYTES) updates.push(update.bytes);
  }
  const reachedSeq = data.reachedSeq(documentName);
  if (reachedSeq > seq) troubles.push(`updates ${seq + 1} to ${reachedSeq} are missing`);
  const owned = new Set<number>();
  for (const { clientId, isIntact } of data.notesOwners(documentName)) {
    owned.add(clientId);
    if (!isIntact) troubles.push(`the owner of client ${clientId} is not as its digest says`);
  }
  if (bytes > STATE_MAX_BYTES) troubles.push(`it has ${bytes} bytes, more than any document may`);
  // What is not as it was written is not tried out.
  else if (troubles.length === 0)
    troubles.push(...loaded(documentName, snapshot?.bytes ?? null, updates, owned));
  let versions = 0;
  for (const version of data.notesVersions(documentName)) {
    versions += 1;
    const what = versionTrouble(documentName, version, seq);
    if (what !== null) troubles.push(`version ${version.versionId}: ${what}`);
  }
  return { updates: updates.length, snapshotSeq, versions, troubles };
}

function loaded(
  documentName: string,
  snapshot: Uint8Array | null,
  updates: readonly Uint8Array[],
  owned: ReadonlySet<number>,
): string[] {
  try {
    const doc = openDocument(documentName, { snapshot, updates });
    const strangers = [...structsByClient(doc).keys()].filter((clientId) => !owned.has(clientId));
    doc.destroy();
    return strangers.map((clientId) => `client ${clientId} has no owner`);
  } catch {
    return ["it cannot be loaded"];
  }
}

function versionTrouble(documentName: string, row: KeptVersion, lastSeq: number): string | null {
  if (!row.isIntact) return "not as its digest says";
  try {
    const said: NotesVersion = JSON.parse(row.description);
    if (said.versionId !== row.versionId || said.at !== row.at || said.storedBytes !== row.state.length)
      return "not what is said of it";
    if (said.seq > lastSeq) return `it holds update ${said.seq}, the document only ${lastSeq}`;
    const state = inflateRawSync(row.state, { maxOutputLength: STATE_MAX_BYTES });
    openDocument(documentName, { snapshot: state, updates: [] }).destroy();
    return null;
  } catch {
    return "it cannot be unpacked";
  }
}
