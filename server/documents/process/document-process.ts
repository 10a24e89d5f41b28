import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { Socket } from "node:net";
import { constants, setPriority } from "node:os";
import { setImmediate } from "node:timers/promises";
import { type ByUnitTask, makeByUnit } from "../make-by-unit.ts";
import { type DocumentFile, type MakingProgress, makeDocument, type RenderTask } from "../make-document.ts";
import { type MadePreview, makePreview, type PreviewTask } from "../make-preview.ts";
import { type AttendanceSheetTask, makeAttendanceSheet, makeSheet, type SheetTask } from "../make-sheet.ts";
import { type Parcel, readParcels, TASKS_DESCRIPTOR } from "./parcels.ts";
import { type FiledResult, fileResult, RESULT_DESCRIPTOR } from "./result-file.ts";

/** What a process is asked to make, of records that are handed over beside it. */
export type DocumentTask =
  | ({ readonly kind: "render" } & Omit<RenderTask, "records">)
  | ({ readonly kind: "preview" } & Omit<PreviewTask, "records">)
  | ({ readonly kind: "sheet" } & Omit<SheetTask, "sources">)
  | ({ readonly kind: "attendanceSheet" } & Omit<AttendanceSheetTask, "records">)
  | ({ readonly kind: "assignmentsByUnit" } & Omit<ByUnitTask, "records">);

/** A file with its SHA-256 as hex. */
export interface MadeFile extends DocumentFile {
  readonly sha256: string;
}

export type DocumentTaskResult =
  | { readonly kind: "rendered"; readonly files: readonly MadeFile[] }
  | { readonly kind: "previewed"; readonly preview: MadePreview };

/** The answer to a task, besides what it is at meanwhile. */
export interface TaskReply {
  /** A `DocumentTaskResult`. */
  readonly result: FiledResult;
  /** Whether it holds so much by now that one that begins is better. */
  readonly isSpent: boolean;
}

const MEBIBYTE_BYTES = 1024 * 1024;
/** Resident. Pages that were set weigh little in the heap, and would pile up beside it until that is full. */
const CLEARED_BYTES = 128 * MEBIBYTE_BYTES;
/** Resident once all is cleared away; what a document takes, some hundred megabytes, comes on top of it. */
const SPENT_BYTES = 288 * MEBIBYTE_BYTES;

async function perform(task: DocumentTask, sources: Parcel["sources"]): Promise<DocumentTaskResult> {
  const [records = []] = sources;
  switch (task.kind) {
    case "render":
      return { kind: "rendered", files: (await makeDocument({ ...task, records }, tell)).map(withDigest) };
    case "preview":
      return { kind: "previewed", preview: await makePreview({ ...task, records }) };
    case "sheet":
      return { kind: "rendered", files: [withDigest(await makeSheet({ ...task, sources }))] };
    case "attendanceSheet":
      return { kind: "rendered", files: [withDigest(await makeAttendanceSheet({ ...task, records }))] };
    case "assignmentsByUnit":
      return { kind: "rendered", files: [withDigest(await makeByUnit({ ...task, records }, tell))] };
  }
}

function tell(progress: MakingProgress): void {
  process.send?.(progress);
}

function withDigest(file: DocumentFile): MadeFile {
  return { ...file, sha256: createHash("sha256").update(file.bytes).digest("hex") };
}

/** A meeting goes before its paperwork. On Linux each thread has a priority, and those of the program are there already. */
function giveWay(): void {
  const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [process.pid];
  for (const thread of threads) {
    try {
      setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Clears away what documents have left where it is much, and tells whether more stays than one that begins would need. */
async function isSpent(): Promise<boolean> {
  if (process.memoryUsage.rss() <= CLEARED_BYTES) return false;
  globalThis.gc?.();
  // Pages are given back with the turn after.
  await setImmediate();
  return process.memoryUsage.rss() > SPENT_BYTES;
}

/** One task after the other, until nobody hands over more. What cannot be made ends the process. */
async function workOff(): Promise<void> {
  // Read as a file it would keep the process from ending.
  const tasks = new Socket({ fd: TASKS_DESCRIPTOR, readable: true, writable: false });
  for await (const { value, sources } of readParcels(tasks)) {
    const result = await perform(value as DocumentTask, sources);
    const filed = fileResult(RESULT_DESCRIPTOR, result);
    const reply: TaskReply = { result: filed, isSpent: await isSpent() };
    process.send?.(reply);
  }
}

giveWay();
process.once("disconnect", () => process.exit());
void workOff();
