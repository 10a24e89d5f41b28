import type { MakingProgress } from "../make-document.ts";
import { RenderError } from "../render-error.ts";
import type { DocumentTask, DocumentTaskResult } from "./document-process.ts";
import type { Sources } from "./parcels.ts";
import { StartedProcess } from "./started-process.ts";

const DEADLINE_MS = 60_000;
/** A process that waits has all loaded that documents need. */
const REST_MS = 20_000;

export interface MakingLimits {
  /** After this the process is ended; 60 s when absent. */
  readonly deadlineMs?: number;
  /** So long the process waits for another task afterwards; 20 s when absent. */
  readonly restMs?: number;
  /** Aborted with a `RenderError`: the process is ended at once, or does not begin. */
  readonly signal?: AbortSignal;
  /** Told what the process is at. */
  readonly onProgress?: (progress: MakingProgress) => void;
}

/** Those that wait for another task, as many at most as work at a time, each with what ends it. */
const resting = new Map<StartedProcess, NodeJS.Timeout>();

/**
 * Makes one thing of the records of `sources` in a process of its own: whatever it is at can be ended, its memory is given back, and
 * it gives way to the meeting. Who comes next gets the process of who has what was wanted; it is ended when nobody comes, and
 * whenever something was not made. Rejects with `RenderError`, and as `sources` does.
 */
export async function inProcess(
  task: DocumentTask,
  sources: Sources,
  { deadlineMs = DEADLINE_MS, restMs = REST_MS, signal, onProgress = () => undefined }: MakingLimits,
): Promise<DocumentTaskResult> {
  const worker = rested() ?? (await StartedProcess.start());
  let cancel = () => {};
  let deadline: NodeJS.Timeout | undefined;
  let isMade = false;
  try {
    // It may have been while the process was started.
    signal?.throwIfAborted();
    const givenUp = new Promise<never>((_resolve, reject) => {
      cancel = () => reject(signal?.reason);
      signal?.addEventListener("abort", cancel);
      deadline = setTimeout(() => reject(new RenderError("deadline")), deadlineMs);
    });
    const result = await Promise.race([worker.make(task, sources, onProgress), givenUp]);
    isMade = true;
    return result;
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener("abort", cancel);
    if (isMade && !worker.isSpent) rest(worker, restMs);
    else worker.end();
  }
}

function rested(): StartedProcess | null {
  for (const [worker, timer] of resting) {
    clearTimeout(timer);
    resting.delete(worker);
    if (!worker.isSpent) return worker;
  }
  return null;
}

function rest(worker: StartedProcess, restMs: number): void {
  const end = () => {
    resting.delete(worker);
    worker.end();
  };
  resting.set(worker, setTimeout(end, restMs).unref());
}
