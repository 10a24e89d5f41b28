import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as Y from "yjs";
import type { MinutesDocument } from "../../shared/minutes/document.ts";
import type { RoomNotes } from "../../shared/minutes/notes-blocks.ts";
import type { DocumentFormat } from "./document-format.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { readNotes } from "./notes/yjs-notes.ts";
import { renderJson } from "./render-json.ts";
import { type ComparedNotes, compareNotes } from "./versions/compare-notes.ts";
import { notesChars } from "./versions/notes-lines.ts";
import { putBackUpdates } from "./versions/put-back.ts";

/** What a worker is started for; it does one thing and ends. */
export type DocumentTask =
  | { readonly kind: "render"; readonly format: DocumentFormat; readonly document: MinutesDocument }
  | { readonly kind: "readNotes"; readonly rooms: readonly RoomNotesState[] }
  | { readonly kind: "packVersion"; readonly stored: StoredNotes }
  | { readonly kind: "compareVersion"; readonly packedState: Uint8Array; readonly now: StoredNotes }
  | { readonly kind: "putBack"; readonly packedState: Uint8Array; readonly now: StoredNotes };

/** A room's notes as the store has them: one Yjs update. */
export interface RoomNotesState {
  readonly roomId: string;
  readonly state: Uint8Array;
}

/** Notes as the store has them: folded up to some point, and what came after. */
export interface StoredNotes {
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

/** A version of notes as it is stored, and what is said of it. */
export interface PackedVersion {
  readonly packedState: Uint8Array;
  readonly chars: number;
  readonly digest: string;
}

export type DocumentTaskResult =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "notes"; readonly notes: readonly RoomNotes[] }
  | { readonly kind: "packed"; readonly version: PackedVersion }
  | { readonly kind: "compared"; readonly compared: ComparedNotes }
  | { readonly kind: "updates"; readonly updates: readonly Uint8Array[] };

/** Far above what a document may hold. */
const STATE_MAX_BYTES = 64 * 1024 * 1024;

async function perform(task: DocumentTask): Promise<DocumentTaskResult> {
  switch (task.kind) {
    case "readNotes":
      return {
        kind: "notes",
        notes: task.rooms.map(({ roomId, state }) => ({ roomId, blocks: readNotes(state) })),
      };
    case "packVersion":
      return { kind: "packed", version: packed(stateOf(task.stored)) };
    case "compareVersion": {
      const then = readNotes(unpacked(task.packedState));
      return { kind: "compared", compared: compareNotes(then, readNotes(stateOf(task.now))) };
    }
    case "putBack":
      return { kind: "updates", updates: putBackUpdates(stateOf(task.now), unpacked(task.packedState)) };
    case "render":
      return { kind: "file", bytes: await render(task.format, task.document) };
  }
}

/** The whole state; replaying takes a tenth of the time of `Y.mergeUpdates`. */
function stateOf({ snapshot, updates }: StoredNotes): Uint8Array {
  if (snapshot !== null && updates.length === 0) return snapshot;
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

function packed(state: Uint8Array): PackedVersion {
  const blocks = readNotes(state);
  // What was left out of the reading may differ.
  const isWhole = blocks.every(({ kind }) => kind !== "truncated");
  const digest = createHash("sha256")
    .update(isWhole ? JSON.stringify(blocks) : state)
    .digest("hex");
  return { packedState: deflateRawSync(state), chars: notesChars(blocks), digest };
}

function unpacked(packedState: Uint8Array): Uint8Array {
  return inflateRawSync(packedState, { maxOutputLength: STATE_MAX_BYTES });
}

async function render(format: DocumentFormat, document: MinutesDocument): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return renderDocx(document);
    case "md":
      return renderMarkdown(document);
    case "json":
      return renderJson(document);
  }
}

perform(workerData as DocumentTask).then((result) => parentPort?.postMessage(result));
