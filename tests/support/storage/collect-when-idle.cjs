/**
 * Loaded into a server and its threads before all else, with `--expose-gc`: each collects its garbage again and again
 * from a timer, so between two pieces of work, and writes a line once it has done so COLLECTIONS times.
 */
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const TIMES = Number(process.env.COLLECTIONS);
const STANDARD_ERROR = 2;
const PAUSE_MS = 2;

let collected = 0;
const timer = setInterval(() => {
  globalThis.gc();
  collected += 1;
  if (collected < TIMES) return;
  clearInterval(timer);
  const name = isMainThread ? "main" : process.argv[1]?.replace(/^.*\/|\.js$/g, "");
  writeSync(STANDARD_ERROR, `collected by ${name}\n`);
}, PAUSE_MS);
timer.unref();
