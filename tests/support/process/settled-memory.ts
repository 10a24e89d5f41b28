import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { waitUntil } from "../wait-until.ts";

/** Two readings so near each other are of the same memory. */
const SAME_BYTES = 20_000;

/** What this process holds that is still reached from somewhere: its heap and the memory of its buffers, in bytes. */
export async function settledMemory(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let before = Number.POSITIVE_INFINITY;
  return waitUntil(
    async () => {
      // What a collection lets go of may hold more, which goes after a turn of the loop.
      await turn();
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      const now = heapUsed + arrayBuffers;
      const isSettled = Math.abs(before - now) < SAME_BYTES;
      before = now;
      return isSettled ? now : undefined;
    },
    { what: "memory that a collection does not change" },
  );
}
