import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node that these scripts themselves can begin with; npm comes with it. */
const OLDEST_TO_BEGIN_WITH = 20;
/** Node that the server and its tools run on: the prebuilt SQLite crashes older ones. */
const OLDEST_TO_RUN_ON = 22;

/**
 * What Node is told for the server: little room for young objects, in megabytes, so that a thousand people cost half the
 * memory, which one thread clears sooner than several would have agreed; that what is no longer needed is looked for once the
 * heap has grown by a fifth; and that no thread begins with a copy of Node's own start. It holds for the server's threads as well.
 */
export const SERVER_FLAGS = [
  "--max-semi-space-size=2",
  "--no-parallel-scavenge",
  "--expose-gc",
  "--heap-growing-percent=20",
  "--no-node-snapshot",
];

/**
 * What the C library is told for it (glibc alone heeds it): threads share two heaps and do not each keep one of
 * their own, and what is free goes back to the system, where the library would keep the more the more it had at once.
 */
export const SERVER_ENVIRONMENT = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "131072",
  MALLOC_MMAP_THRESHOLD_: "131072",
};

const own = { program: process.execPath, version: process.versions.node };
const fitting = lockedNode(process.platform, process.arch);

let chosen;

/** The package whose Node fits a system and processor, and where in it the program is. */
export function lockedNode(platform, arch) {
  return platform === "win32"
    ? { name: `node-win-${arch}`, program: "bin/node.exe" }
    : { name: `node-${platform}-${arch}`, program: "bin/node" };
}

/**
 * The program that runs the server and every tool: the Node that the lockfile brought, or this machine's own where none
 * fits (macOS, musl). Ends the process with one line where that is too old. Call it after the installation.
 */
export function runtime() {
  chosen ??= locked() ?? own.program;
  if (chosen === own.program) requireOwn(OLDEST_TO_RUN_ON);
  return chosen;
}

/** Ends the process with one line where this machine's Node cannot even begin, so that nobody waits for that. */
export function requireStart() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const brought = fitting.name in (optionalDependencies ?? {});
  requireOwn(brought ? OLDEST_TO_BEGIN_WITH : OLDEST_TO_RUN_ON);
}

function locked() {
  const program = join(root, "node_modules", fitting.name, fitting.program);
  // A build for glibc is installed on musl too, and cannot run there.
  const runs = existsSync(program) && spawnSync(program, ["--version"]).status === 0;
  return runs ? program : undefined;
}

function requireOwn(oldestMajor) {
  if (Number.parseInt(own.version, 10) >= oldestMajor) return;
  process.stderr.write(
    `Yantao needs Node ${oldestMajor} or newer on this machine (${process.platform} ${process.arch}), and this is ${own.version}: install the newest Node with long-term support.\n`,
  );
  process.exit(1);
}
