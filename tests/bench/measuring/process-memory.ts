import { readFileSync, writeFileSync } from "node:fs";

/** Forgets the most a process has had in memory so far; elsewhere than on Linux it does nothing. */
export function forgetPeak(pid: number): void {
  if (process.platform === "linux") writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** What a process has in memory, and the most it has had since `forgetPeak`, in megabytes; not numbers elsewhere than on Linux. */
export function memoryMegabytes(pid: number): { readonly now: number; readonly peak: number } {
  if (process.platform !== "linux") return { now: Number.NaN, peak: Number.NaN };
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
