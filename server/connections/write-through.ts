import { writeSync } from "node:fs";
import type { Duplex } from "node:stream";
import { lineHandle } from "./line-handle.ts";

/**
 * Writes to a plain TCP line as its `write` does. Where nothing waits on it the system's call is made right here: a line's own way
 * there passes objects that lie far apart in memory, which costs as much as a tenth of telling a crowd. What the system does
 * not take, and every trouble with it, is left to the line, which then has it waiting as ever. What went past the line is not
 * in its `bytesWritten`.
 */
export function writeThrough(line: Duplex, bytes: Uint8Array): void {
  const taken = line.writable && line.writableLength === 0 ? takenAtOnce(line, bytes) : 0;
  if (taken === bytes.length) return;
  line.write(taken === 0 ? bytes : bytes.subarray(taken));
}

/** How many bytes the system took. */
function takenAtOnce(line: Duplex, bytes: Uint8Array): number {
  // Asked for each time: once a line is closed, its number may be another's. Windows has none.
  const descriptor = lineHandle(line)?.fd ?? -1;
  if (descriptor < 0) return 0;
  try {
    return writeSync(descriptor, bytes);
  } catch {
    return 0;
  }
}
