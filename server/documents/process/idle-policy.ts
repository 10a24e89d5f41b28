import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** How a process gives way: it runs while nobody else wants the core, or gets little of one that others want. */
export type Policy = "idle" | "low";

/** In front of a program: Linux runs it idle. */
export const IDLY: readonly string[] = ["chrt", "-i", "0"];
/** Of a core. One of low priority gets as much where others are busy. */
const STARVED_SHARE = 0.1;
/** What Linux counts a program's time in, on every machine. */
const TICK_MS = 10;

let known: Promise<boolean> | null = null;

/** Whether there are idle processes here, and whether we may start them. */
export function hasIdlePolicy(): Promise<boolean> {
  known ??= process.platform === "linux" ? tried() : Promise.resolve(false);
  return known;
}

async function tried(): Promise<boolean> {
  const [program = "", ...words] = IDLY;
  // Looked for where the process of a document is, which has none of our environment.
  const child = spawn(program, [...words, "true"], { env: {}, stdio: "ignore" });
  try {
    const [code] = await once(child, "exit");
    return code === 0;
  } catch (error) {
    // Nothing was left to try it with, which passes.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") known = null;
    return false;
  }
}

/** Resolves once an idle process had less than a tenth of a core for `whileMs` and wanted more; rejects as `signal`. */
export async function starving(pid: number, whileMs: number, signal: AbortSignal): Promise<null> {
  for (let before = await processorOf(pid); ; ) {
    await setTimeout(whileMs, undefined, { signal, ref: false });
    const now = await processorOf(pid);
    if (now.isWanted && now.usedMs - before.usedMs < whileMs * STARVED_SHARE) return null;
    before = now;
  }
}

interface Processor {
  readonly usedMs: number;
  /** It runs, or would. */
  readonly isWanted: boolean;
}

async function processorOf(pid: number): Promise<Processor> {
  // One that has ended wants nothing.
  const line = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  // Its name is in brackets and may have any letters.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return { usedMs: (user + system) * TICK_MS, isWanted: state === "R" };
}
