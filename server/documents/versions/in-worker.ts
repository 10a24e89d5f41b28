import { Worker, type WorkerOptions } from "node:worker_threads";
import type { StoredNotes } from "../../../shared/notes/stored-document.ts";
import { bundleSources } from "../../threads/bundle-sources.ts";
import { WorkQueue } from "../../work-queue.ts";
import { RenderError } from "../render-error.ts";
import type { ComparedNotes } from "./compare-notes.ts";
import type { PackedVersion, VersionTask, VersionTaskResult } from "./version-worker.ts";

const DEADLINE_MS = 60_000;
const HEAP_MAX_MB = 512;

/** A state of notes as a version keeps it; rejects with `RenderError`. */
export async function packVersion(stored: StoredNotes): Promise<PackedVersion> {
  const result = await inWorker({ kind: "packVersion", stored });
  if (result.kind !== "packed") throw new RenderError("failed");
  return result.version;
}

/** A version against the notes as they are; rejects with `RenderError`. */
export async function compareVersion(packedState: Uint8Array, now: StoredNotes): Promise<ComparedNotes> {
  const result = await inWorker({ kind: "compareVersion", packedState, now });
  if (result.kind !== "compared") throw new RenderError("failed");
  return result.compared;
}

/** The updates that put a version back onto the notes as they are; rejects with `RenderError`. */
export async function putBackVersion(
  packedState: Uint8Array,
  now: StoredNotes,
): Promise<readonly Uint8Array[]> {
  const result = await inWorker({ kind: "putBack", packedState, now });
  if (result.kind !== "updates") throw new RenderError("failed");
  return result.updates;
}

/** Who comes third waits; a room that closes waits for nobody's file. */
const workers = new WorkQueue(2);

function inWorker(task: VersionTask): Promise<VersionTaskResult> {
  return workers.run(() => runWorker(task));
}

/** The worker is gone when this settles: it is ended whatever came of its task. */
async function runWorker(task: VersionTask): Promise<VersionTaskResult> {
  const worker = await startWorker({
    workerData: task,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB },
  });
  return new Promise<VersionTaskResult>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new RenderError("deadline")), DEADLINE_MS);
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
    return new Worker(new URL("./version-worker.js", import.meta.url), options);
  }
  const script = await bundleSources(new URL("./version-worker.ts", import.meta.url));
  return new Worker(script, { ...options, eval: true });
}
