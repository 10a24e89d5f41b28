import { Worker, type WorkerOptions } from "node:worker_threads";
import type { AnyRecord } from "../../shared/domain/records.ts";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import type { DocumentFormat } from "../../shared/protocol/document-names.ts";
import { bundleSources } from "../threads/bundle-sources.ts";
import { WorkQueue } from "../work-queue.ts";
import type { DocumentTask, DocumentTaskResult, MadeFile, PackedVersion } from "./document-worker.ts";
import type { MakingProgress, RenderTask, RoomNotesState } from "./make-document.ts";
import type { SheetTask } from "./make-sheet.ts";
import type { MadePreview } from "./preview/make-preview.ts";
import { recordSlices } from "./record-slices.ts";
import { RenderError } from "./render-error.ts";
import type { ComparedNotes } from "./versions/compare-notes.ts";

const DEADLINE_MS = 60_000;
const HEAP_MAX_MB = 512;

export interface WorkerLimits {
  /** After this the worker is ended; 60 s when absent. */
  readonly deadlineMs?: number;
  /** Aborted with a `RenderError`: the worker is ended at once, or does not begin. */
  readonly signal?: AbortSignal;
  /** Told what the worker is at. */
  readonly onProgress?: (progress: MakingProgress) => void;
}

export interface RenderRequest extends Pick<RenderTask, "name" | "options" | "fontPlaces"> {
  readonly format: DocumentFormat;
  /** They may not change until the document is made. */
  readonly records: Iterable<AnyRecord>;
  /** Asked for once it is the turn of this document. */
  readonly rooms: () => Promise<readonly RoomNotesState[]>;
}

/**
 * A document, read, built and typeset in one worker, so that no meeting waits for it. Equal records and notes give equal
 * bytes. Rejects with `RenderError` when they cannot be made or take longer than the deadline, and as `rooms` does.
 */
export async function renderDocument(
  { format, ...request }: RenderRequest,
  limits: WorkerLimits = {},
): Promise<MadeFile> {
  const [file] = await renderFormats({ ...request, formats: [format] }, limits);
  if (file === undefined) throw new RenderError("failed");
  return file;
}

/** The same document in several formats, a file each in their order, made one after the other in one worker. */
export function renderFormats(
  {
    formats,
    records,
    rooms,
    ...request
  }: Omit<RenderRequest, "format"> & { readonly formats: readonly DocumentFormat[] },
  limits: WorkerLimits = {},
): Promise<readonly MadeFile[]> {
  return workers.run(async () => {
    limits.onProgress?.({ step: "reading", share: 0 });
    const slices = await recordSlices(records);
    const task: DocumentTask = {
      kind: "render",
      formats,
      ...request,
      records: slices,
      rooms: await rooms(),
    };
    return filesOf(task, limits, slices);
  }, limits.signal);
}

/** 交办单: a file a unit, packed into one; as `renderDocument` makes documents. */
export function renderAssignmentsByUnit(
  { records, ...request }: Pick<RenderRequest, "records" | "options" | "fontPlaces">,
  limits: WorkerLimits = {},
): Promise<MadeFile> {
  return workers.run(async () => {
    const slices = await recordSlices(records);
    return fileOf({ kind: "assignmentsByUnit", ...request, records: slices }, limits, slices);
  }, limits.signal);
}

/** 签到表 as a spreadsheet; likewise. */
export function renderAttendanceSheet(
  { records, options }: Pick<RenderRequest, "records" | "options">,
  limits: WorkerLimits = {},
): Promise<MadeFile> {
  return workers.run(async () => {
    const slices = await recordSlices(records);
    return fileOf({ kind: "attendanceSheet", options, records: slices }, limits, slices);
  }, limits.signal);
}

/** A document as its preview shows it, as `renderDocument` makes files. */
export async function renderPreview(
  { records, rooms, ...request }: Omit<RenderRequest, "format">,
  limits: WorkerLimits = {},
): Promise<MadePreview> {
  return workers.run(async () => {
    const slices = await recordSlices(records);
    const task: DocumentTask = { kind: "preview", ...request, records: slices, rooms: await rooms() };
    const result = await runWorker(
      task,
      limits,
      slices.map(({ buffer }) => buffer),
    );
    if (result.kind !== "previewed") throw new RenderError("failed");
    return result.preview;
  });
}

export interface SheetRequest extends Omit<SheetTask, "sources"> {
  /** The records of each session; asked for one after the other, once it is the turn of this sheet. */
  readonly sources: AsyncIterable<Iterable<AnyRecord>> | Iterable<Iterable<AnyRecord>>;
}

/** Ledgers as a spreadsheet, as `renderDocument` makes documents. */
export function renderSheet(
  { sources, ...request }: SheetRequest,
  limits: WorkerLimits = {},
): Promise<MadeFile> {
  return workers.run(async () => {
    const slices: Uint8Array<ArrayBuffer>[][] = [];
    for await (const records of sources) slices.push(await recordSlices(records));
    return fileOf({ kind: "sheet", ...request, sources: slices }, limits, slices.flat());
  }, limits.signal);
}

async function fileOf(
  task: DocumentTask,
  limits: WorkerLimits,
  slices: readonly Uint8Array<ArrayBuffer>[],
): Promise<MadeFile> {
  const [file] = await filesOf(task, limits, slices);
  if (file === undefined) throw new RenderError("failed");
  return file;
}

/** The slices are handed over with their memory. */
async function filesOf(
  task: DocumentTask,
  limits: WorkerLimits,
  slices: readonly Uint8Array<ArrayBuffer>[],
): Promise<readonly MadeFile[]> {
  const buffers = slices.map(({ buffer }) => buffer);
  const result = await runWorker(task, limits, buffers);
  if (result.kind !== "rendered") throw new RenderError("failed");
  return result.files;
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
  return workers.run(() => runWorker(task, limits), limits.signal);
}

/** The worker is gone when this settles: it is ended whatever came of its task. */
async function runWorker(
  task: DocumentTask,
  { deadlineMs = DEADLINE_MS, signal, onProgress }: WorkerLimits,
  transferList: ArrayBuffer[] = [],
): Promise<DocumentTaskResult> {
  const worker = await startWorker({
    workerData: task,
    transferList,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB },
  });
  let cancel = () => {};
  return new Promise<DocumentTaskResult>((resolve, reject) => {
    cancel = () => reject(signal?.reason);
    // It may have been while the worker was started.
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    const deadline = setTimeout(() => reject(new RenderError("deadline")), deadlineMs);
    worker.on("message", (message: DocumentTaskResult | MakingProgress) => {
      if ("step" in message) onProgress?.(message);
      else resolve(message);
    });
    worker.once("error", (cause) => reject(new RenderError("failed", { cause })));
    worker.once("exit", () => {
      clearTimeout(deadline);
      reject(new RenderError("failed"));
    });
  }).finally(() => {
    signal?.removeEventListener("abort", cancel);
    return worker.terminate();
  });
}

/** From a build the module beside this one; a server that runs from its sources bundles it first. */
async function startWorker(options: WorkerOptions): Promise<Worker> {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./document-worker.js", import.meta.url), options);
  }
  const script = await bundleSources(new URL("./document-worker.ts", import.meta.url));
  return new Worker(script, { ...options, eval: true });
}
