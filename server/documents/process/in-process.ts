import type { MakingProgress } from "../make-document.ts";
import { RenderError } from "../render-error.ts";
import type { DocumentTask, DocumentTaskResult } from "./document-process.ts";
import { hasIdlePolicy, type Policy, starving } from "./idle-policy.ts";
import type { Sources } from "./parcels.ts";
import { StartedProcess } from "./started-process.ts";

const DEADLINE_MS = 60_000;
/** A process that waits has all loaded that documents need. */
const REST_MS = 20_000;
const STARVED_MS = 5_000;
/** So long no other begins idle once one was starved, and waits for the same in vain. */
const BUSY_MS = 60_000;

export interface MakingLimits {
  /** After this the process is ended; 60 s when absent. */
  readonly deadlineMs?: number;
  /** So long the process waits for another task afterwards; 20 s when absent. */
  readonly restMs?: number;
  /** Who had hardly any of the processor for so long is begun anew, less idle; 5 s when absent. */
  readonly starvedMs?: number;
  /** Aborted with a `RenderError`: the process is ended at once, or does not begin. */
  readonly signal?: AbortSignal;
  /** Told what the process is at; from the start again where it was begun anew. */
  readonly onProgress?: (progress: MakingProgress) => void;
}

/** Those that wait for another task, as many at most as work at a time, each with what ends it. */
const resting = new Map<StartedProcess, NodeJS.Timeout>();
let busyUntilMs = 0;

/**
 * Makes one thing of the records of `sources` in a process of its own: whatever it is at can be ended, its memory is given back, and
 * it gives way to the meeting, wholly where the machine has a moment to spare and mostly where it has none. Who comes next gets the
 * process of who has what was wanted; it is ended when nobody comes, and whenever something was not made. Rejects with
 * `RenderError`, and as `sources` does.
 */
export async function inProcess(
  task: DocumentTask,
  sources: () => Sources,
  {
    deadlineMs = DEADLINE_MS,
    restMs = REST_MS,
    starvedMs = STARVED_MS,
    signal,
    onProgress = () => undefined,
  }: MakingLimits,
): Promise<DocumentTaskResult> {
  const policy = await policyNow();
  let worker = rested(policy) ?? (await StartedProcess.start(policy));
  const late = new AbortController();
  const deadline = setTimeout(() => late.abort(new RenderError("deadline")), deadlineMs);
  const until = AbortSignal.any([late.signal, ...(signal === undefined ? [] : [signal])]);
  try {
    for (;;) {
      const made = await madeIn(worker, (given) => given.make(task, sources(), onProgress), {
        until,
        restMs,
        starvedMs,
      });
      if (made !== null) return made;
      busyUntilMs = performance.now() + BUSY_MS;
      worker = await StartedProcess.start("low");
    }
  } finally {
    clearTimeout(deadline);
  }
}

/** What a process makes, which rests afterwards or is ended; null where it was starved, which none of low priority is. */
async function madeIn(
  worker: StartedProcess,
  make: (worker: StartedProcess) => Promise<DocumentTaskResult>,
  {
    until,
    restMs,
    starvedMs,
  }: Pick<Required<MakingLimits>, "restMs" | "starvedMs"> & { readonly until: AbortSignal },
): Promise<DocumentTaskResult | null> {
  const over = new AbortController();
  let made: DocumentTaskResult | null = null;
  try {
    // It may have been aborted while the process was started.
    until.throwIfAborted();
    const ended = new Promise<never>((_resolve, reject) => {
      until.addEventListener("abort", () => reject(until.reason), { signal: over.signal });
    });
    const work: Promise<DocumentTaskResult | null>[] = [make(worker), ended];
    if (worker.policy === "idle") work.push(starving(worker.pid, starvedMs, over.signal));
    made = await Promise.race(work);
    return made;
  } finally {
    over.abort();
    if (made !== null && !worker.isSpent) rest(worker, restMs);
    else worker.end();
  }
}

async function policyNow(): Promise<Policy> {
  return performance.now() < busyUntilMs || !(await hasIdlePolicy()) ? "low" : "idle";
}

/** The others are ended: nobody asks for them soon. */
function rested(policy: Policy): StartedProcess | null {
  for (const [worker, timer] of resting) {
    clearTimeout(timer);
    resting.delete(worker);
    if (worker.policy === policy && !worker.isSpent) return worker;
    worker.end();
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
