import { readFileSync, writeFileSync } from "node:fs";

/** Forgets the most a process has had in memory so far; elsewhere than on Linux it does nothing. */
export function forgetPeak(pid: number): void {
  if (process.platform === "linux") writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The most a process has had in memory since, in megabytes; not a number elsewhere than on Linux. */
export function peakMegabytes(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
