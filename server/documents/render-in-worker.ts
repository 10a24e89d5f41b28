import { Worker, type WorkerOptions } from "node:worker_threads";
import type { MinutesDocument } from "../../shared/minutes/document.ts";
import type { RoomNotes } from "../../shared/minutes/notes-blocks.ts";
import { bundleSources } from "../threads/bundle-sources.ts";
import { WorkQueue } from "../work-queue.ts";
import type { DocumentFormat } from "./document-format.ts";
import type {
  DocumentTask,
  DocumentTaskResult,
  PackedVersion,
  RoomNotesState,
  StoredNotes,
} from "./document-worker.ts";
import { RenderError } from "./render-error.ts";
import type { ComparedNotes } from "./versions/compare-notes.ts";

const DEADLINE_MS = 60_000;
const HEAP_MAX_MB = 512;

export interface WorkerLimits {
  /** After this the worker is ended; 60 s when absent. */
  readonly deadlineMs?: number;
}

/**
 * A document's file, made off the main thread so that no meeting waits for it. Equal documents give equal bytes.
 * Rejects with `RenderError` when it cannot be made or takes longer than the deadline.
 */
export async function renderDocument(
  request: { readonly format: DocumentFormat; readonly document: MinutesDocument },
  limits: WorkerLimits = {},
): Promise<Buffer> {
  const result = await inWorker({ kind: "render", ...request }, limits);
  if (result.kind !== "file") throw new RenderError("failed");
  const { buffer, byteOffset, byteLength } = result.bytes;
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** As `readNotes`, for all rooms of a document at once, off the main thread; rejects with `RenderError`. */
export async function readNotesInWorker(
  rooms: readonly RoomNotesState[],
  limits: WorkerLimits = {},
): Promise<readonly RoomNotes[]> {
  const result = await inWorker({ kind: "readNotes", rooms }, limits);
  if (result.kind !== "notes") throw new RenderError("failed");
  return result.notes;
}

/** A state of notes as a version keeps it; rejects with `RenderError`. */
export async function packVersion(stored: StoredNotes, limits: WorkerLimits = {}): Promise<PackedVersion> {
  const result = await inWorker({ kind: "packVersion", stored }, limits);
  if (result.kind !== "packed") throw new RenderError("failed");
  return result.version;
}

/** A version against the notes as they are; rejects with `RenderError`. */
export async function compareVersion(
  packedState: Uint8Array,
  now: StoredNotes,
  limits: WorkerLimits = {},
): Promise<ComparedNotes> {
  const result = await inWorker({ kind: "compareVersion", packedState, now }, limits);
  if (result.kind !== "compared") throw new RenderError("failed");
  return result.compared;
}

/** The updates that put a version back onto the notes as they are; rejects with `RenderError`. */
export async function putBackVersion(
  packedState: Uint8Array,
  now: StoredNotes,
  limits: WorkerLimits = {},
): Promise<readonly Uint8Array[]> {
  const result = await inWorker({ kind: "putBack", packedState, now }, limits);
  if (result.kind !== "updates") throw new RenderError("failed");
  return result.updates;
}

/** Each may take half a gigabyte; who comes third waits. */
const workers = new WorkQueue(2);

function inWorker(task: DocumentTask, limits: WorkerLimits): Promise<DocumentTaskResult> {
  return workers.run(() => runWorker(task, limits));
}

/** The worker is gone when this settles: it is ended whatever came of its task. */
async function runWorker(
  task: DocumentTask,
  { deadlineMs = DEADLINE_MS }: WorkerLimits,
): Promise<DocumentTaskResult> {
  const worker = await startWorker({
    workerData: task,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB },
  });
  return new Promise<DocumentTaskResult>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new RenderError("deadline")), deadlineMs);
    worker.once("message", resolve);
    worker.once("error", (cause) => reject(new RenderError("failed", { cause })));
    worker.once("exit", () => {
      clearTimeout(deadline);
      reject(new RenderError("failed"));
    });
  }).finally(() => worker.terminate());
}

/** From a build the module beside this one; a server that runs from its sources bundles it first. */
async function startWorker(options: WorkerOptions): Promise<Worker> {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./document-worker.js", import.meta.url), options);
  }
  const script = await bundleSources(new URL("./document-worker.ts", import.meta.url));
  return new Worker(script, { ...options, eval: true });
}
