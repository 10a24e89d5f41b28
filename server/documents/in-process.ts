import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundleSources } from "../threads/bundle-sources.ts";
import type { DocumentTask, DocumentTaskResult } from "./document-process.ts";
import type { MakingProgress } from "./make-document.ts";
import { RenderError } from "./render-error.ts";

const DEADLINE_MS = 60_000;
const HEAP_MAX_MB = 512;
/** One core is the document's, and the others are the meeting's: neither Typst nor V8 has helpers. */
const ONE_THREAD = { flag: "--single-threaded-gc", env: { RAYON_NUM_THREADS: "1" } } as const;

export interface MakingLimits {
  /** After this the process is ended; 60 s when absent. */
  readonly deadlineMs?: number;
  /** Aborted with a `RenderError`: the process is ended at once, or does not begin. */
  readonly signal?: AbortSignal;
  /** Told what the process is at. */
  readonly onProgress?: (progress: MakingProgress) => void;
}

/**
 * Makes one thing in a process of its own: whatever it is at can be ended, its memory is given back, and it gives way to the
 * meeting. The process is ended when this settles, whatever came of its task. Rejects with `RenderError`.
 */
export async function inProcess(
  task: DocumentTask,
  { deadlineMs = DEADLINE_MS, signal, onProgress }: MakingLimits,
): Promise<DocumentTaskResult> {
  const child = await startProcess();
  let cancel = () => {};
  let deadline: NodeJS.Timeout | undefined;
  return new Promise<DocumentTaskResult>((resolve, reject) => {
    const fail = (cause?: unknown) => reject(new RenderError("failed", { cause }));
    cancel = () => reject(signal?.reason);
    // It may have been while the process was started.
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    deadline = setTimeout(() => reject(new RenderError("deadline")), deadlineMs);
    child.on("message", (message: DocumentTaskResult | MakingProgress) => {
      if ("step" in message) onProgress?.(message);
      else resolve(message);
    });
    child.on("error", fail);
    child.once("exit", () => fail());
    child.send(task, (error) => error !== null && fail(error));
  }).finally(() => {
    clearTimeout(deadline);
    signal?.removeEventListener("abort", cancel);
    child.kill("SIGKILL");
  });
}

/** From a build the module beside this one; a server that runs from its sources bundles it first and hands it over as text. */
async function startProcess(): Promise<ChildProcess> {
  const fromSources = import.meta.url.endsWith(".ts");
  const module = new URL(`./document-process.${fromSources ? "ts" : "js"}`, import.meta.url);
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MAX_MB}`, ONE_THREAD.flag, fromSources ? "-" : fileURLToPath(module)],
    {
      env: ONE_THREAD.env,
      stdio: ["pipe", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      windowsHide: true,
    },
  );
  // A process that ends before it has read all is judged by how it ended.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(fromSources ? await bundleSources(module) : "");
  return child;
}
