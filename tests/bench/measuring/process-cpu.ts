import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** CPU milliseconds a process has used, all its threads and both user and system time; not a number elsewhere than on Linux. */
export function processCpuMs(pid: number): number {
  return cpuMs(`/proc/${pid}/stat`);
}

/** The same of the thread a process began with alone, which is where Node's loop runs. */
export function loopCpuMs(pid: number): number {
  return cpuMs(`/proc/${pid}/task/${pid}/stat`);
}

function cpuMs(path: string): number {
  if (process.platform !== "linux") return Number.NaN;
  const fields = readFileSync(path, "utf8").split(") ")[1]?.split(" ") ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return (ticks / ticksPerSecond()) * 1000;
}

let known: number | undefined;

function ticksPerSecond(): number {
  known ??= Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  return known;
}
