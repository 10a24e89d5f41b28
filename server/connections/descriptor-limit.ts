import { readFileSync } from "node:fs";

/** Where the system tells no bound, or has none: what most servers are given, so that memory is bounded all the same. */
const ASSUMED_DESCRIPTORS = 16_384;

/** How many descriptors (files, sockets, pipes) this process may have open at once. */
export function descriptorLimit(): number {
  try {
    return descriptorLimitIn(readFileSync("/proc/self/limits", "utf8"));
  } catch {
    return ASSUMED_DESCRIPTORS;
  }
}

/** The bound in force in the text of Linux's `/proc/self/limits`; the assumed one where it names no number. */
export function descriptorLimitIn(limits: string): number {
  const inForce = /^Max open files\s+(\d+)\s/m.exec(limits)?.[1];
  return inForce === undefined ? ASSUMED_DESCRIPTORS : Number(inForce);
}
