import { readdirSync, readFileSync } from "node:fs";

const SAMPLE_MS = 5;
/** Of the words of `/proc/PID/stat` after the name. */
const POLICY_FIELD = 38;
const SCHED_IDLE = "5";

/** The greatest resident memory, in bytes, of any direct child of a process (this one) while `work` runs (Linux). */
export async function peakChildMemory<T>(
  work: () => Promise<T>,
  parent: number = process.pid,
): Promise<{ result: T; peakBytes: number }> {
  let peakBytes = 0;
  const sampler = setInterval(() => {
    for (const pid of childrenOf(parent)) peakBytes = Math.max(peakBytes, highWaterBytes(pid));
  }, SAMPLE_MS);
  try {
    return { result: await work(), peakBytes };
  } finally {
    clearInterval(sampler);
  }
}

/** The direct children of a process, by id (Linux). */
export function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readOr(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean),
  );
}

/** Those of them that Linux runs while nobody else wants the core. */
export function idleChildrenOf(pid: number): string[] {
  return childrenOf(pid).filter((child) => {
    const line = readOr(`/proc/${child}/stat`);
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[POLICY_FIELD] === SCHED_IDLE;
  });
}

/** The kernel keeps the mark, so that a sample also tells of peaks between samples. */
function highWaterBytes(pid: string): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** What ended meanwhile reads as nothing. */
function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
