/**
 * Imported before anything else: ends a server that was started directly under a Node which the prebuilt SQLite would
 * crash, with one line and before any data is touched.
 */

/** The oldest major version that runs; scripts/runtime.mjs chooses by the same. */
const OLDEST_MAJOR = 22;

if (Number.parseInt(process.versions.node, 10) < OLDEST_MAJOR) {
  process.stderr.write(
    `Yantao needs Node ${OLDEST_MAJOR} or newer, and this is ${process.versions.node}: start it with "npm start", which brings its own.\n`,
  );
  process.exit(1);
}
