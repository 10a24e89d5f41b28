import { childrenOf, peakChildMemory } from "../../support/process/child-memory.ts";
import type { ServerProcess } from "../../support/process/server-process.ts";
import { delay } from "./delay.ts";
import { loopCpuMs } from "./process-cpu.ts";
import { forgetPeak, memoryMegabytes } from "./process-memory.ts";

/** The server reads its numbers at most once in so long. */
const NUMBERS_MS = 1_100;
/** What the server's monitor of its loop counts where nothing holds it. */
const MONITOR_TICK_MS = 10;

/** How long a server's loop was held, and what it took of the processor and of memory. */
export interface HeldLoop {
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly cpuMs: number;
  /** Above what it had before. */
  readonly serverMegabytes: number;
  /** Of the greatest of the processes it started. */
  readonly processMegabytes: number;
}

/** Measures a server during `work`; `token` is the organiser's. */
export async function heldLoop(
  { url, pid }: ServerProcess,
  token: string,
  work: () => Promise<void>,
): Promise<HeldLoop> {
  const headers = { Authorization: `Bearer ${token}` };
  const delays = async () => {
    const text = await (await fetch(`${url}/metrics`, { headers })).text();
    const of = (name: string) =>
      Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)$`, "m").exec(text)?.[1]) * 1000 -
      MONITOR_TICK_MS;
    return { p99Ms: of("p99"), maxMs: of("max"), cpuMs: loopCpuMs(pid) };
  };
  await delay(NUMBERS_MS);
  const before = await delays();
  for (const one of [pid, ...childrenOf(pid).map(Number)]) forgetPeak(one);
  const { now } = memoryMegabytes(pid);
  const { peakBytes } = await peakChildMemory(work, pid);
  const { peak } = memoryMegabytes(pid);
  await delay(NUMBERS_MS);
  const { p99Ms, maxMs, cpuMs } = await delays();
  return {
    p99Ms,
    maxMs,
    cpuMs: cpuMs - before.cpuMs,
    serverMegabytes: peak - now,
    processMegabytes: peakBytes / (1024 * 1024),
  };
}
