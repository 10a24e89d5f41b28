/**
 * Loaded into a server before all else: SIGUSR2 opens files until the process may open nothing more, the next one closes
 * them again; each time it writes a line.
 */
const { closeSync, openSync, writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const STANDARD_ERROR = 2;

let taken = [];
if (isMainThread) {
  process.on("SIGUSR2", () => {
    if (taken.length > 0) {
      for (const descriptor of taken) closeSync(descriptor);
      taken = [];
      writeSync(STANDARD_ERROR, "descriptors given back\n");
      return;
    }
    try {
      for (;;) taken.push(openSync("/dev/null"));
    } catch {
      writeSync(STANDARD_ERROR, "descriptors taken\n");
    }
  });
}
