import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import { type ByUnitTask, makeByUnit } from "./make-by-unit.ts";
import { type DocumentFile, type MakingProgress, makeDocument, type RenderTask } from "./make-document.ts";
import { type AttendanceSheetTask, makeAttendanceSheet, makeSheet, type SheetTask } from "./make-sheet.ts";
import { readNotes } from "./notes/yjs-notes.ts";
import { type MadePreview, makePreview, type PreviewTask } from "./preview/make-preview.ts";
import { stateOf } from "./stored-notes.ts";
import { type ComparedNotes, compareNotes } from "./versions/compare-notes.ts";
import { notesChars } from "./versions/notes-lines.ts";
import { putBackUpdates } from "./versions/put-back.ts";

/** What a worker is started for; it does one thing and ends. */
export type DocumentTask =
  | ({ readonly kind: "render" } & RenderTask)
  | ({ readonly kind: "preview" } & PreviewTask)
  | ({ readonly kind: "sheet" } & SheetTask)
  | ({ readonly kind: "attendanceSheet" } & AttendanceSheetTask)
  | ({ readonly kind: "assignmentsByUnit" } & ByUnitTask)
  | { readonly kind: "packVersion"; readonly stored: StoredNotes }
  | { readonly kind: "compareVersion"; readonly packedState: Uint8Array; readonly now: StoredNotes }
  | { readonly kind: "putBack"; readonly packedState: Uint8Array; readonly now: StoredNotes };

/** A version of notes as it is stored, and what is said of it. */
export interface PackedVersion {
  readonly packedState: Uint8Array;
  readonly chars: number;
  readonly digest: string;
}

/** A file with its SHA-256 as hex. */
export interface MadeFile extends DocumentFile {
  readonly sha256: string;
}

export type DocumentTaskResult =
  | { readonly kind: "rendered"; readonly files: readonly MadeFile[] }
  | { readonly kind: "previewed"; readonly preview: MadePreview }
  | { readonly kind: "packed"; readonly version: PackedVersion }
  | { readonly kind: "compared"; readonly compared: ComparedNotes }
  | { readonly kind: "updates"; readonly updates: readonly Uint8Array[] };

/** Far above what a document may hold. */
const STATE_MAX_BYTES = 64 * 1024 * 1024;

async function perform(task: DocumentTask): Promise<DocumentTaskResult> {
  switch (task.kind) {
    case "render":
      return { kind: "rendered", files: (await makeDocument(task, tell)).map(withDigest) };
    case "preview":
      return { kind: "previewed", preview: await makePreview(task) };
    case "sheet":
      return { kind: "rendered", files: [withDigest(await makeSheet(task))] };
    case "attendanceSheet":
      return { kind: "rendered", files: [withDigest(await makeAttendanceSheet(task))] };
    case "assignmentsByUnit":
      return { kind: "rendered", files: [withDigest(await makeByUnit(task, tell))] };
    case "packVersion":
      return { kind: "packed", version: packed(stateOf(task.stored)) };
    case "compareVersion": {
      const then = readNotes(unpacked(task.packedState));
      return { kind: "compared", compared: compareNotes(then, readNotes(stateOf(task.now))) };
    }
    case "putBack":
      return { kind: "updates", updates: putBackUpdates(stateOf(task.now), unpacked(task.packedState)) };
  }
}

function tell(progress: MakingProgress): void {
  parentPort?.postMessage(progress);
}

function withDigest(file: DocumentFile): MadeFile {
  return { ...file, sha256: createHash("sha256").update(file.bytes).digest("hex") };
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

perform(workerData as DocumentTask).then((result) => parentPort?.postMessage(result));
