import { execFile, spawnSync } from "node:child_process";
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onTestFinished, TestRunner } from "vitest";
import { tempDirectory } from "../temp-directory.ts";

/** The numbers shared with the process, in the order of `struct control` in faulty-disk.c. */
const COUNTERS = [
  "syncs",
  "writes",
  "failures",
  "syncDelayUs",
  "writeErrno",
  "writesToSpare",
  "writeFailures",
  "syncErrno",
  "syncFailures",
] as const;
type Counter = (typeof COUNTERS)[number];

const COMPILER = "cc";
const BYTES = 8;
const WITHOUT_END = -1;

const ERRNOS = {
  ENOSPC: constants.errno.ENOSPC,
  EIO: constants.errno.EIO,
  EROFS: constants.errno.EROFS,
} as const;
export type DiskError = keyof typeof ERRNOS;

export interface FaultyDisk {
  /** The directory whose files are concerned. */
  readonly directory: string;
  /** What a child process needs in its environment, besides what it has. */
  readonly env: Readonly<Record<string, string>>;
  /** How often the disk was synced, wrote, and was made to fail, so far. */
  syncs(): number;
  writes(): number;
  failures(): number;
  /** Every sync takes so much longer. */
  delaySyncs(delayMs: number): void;
  /** Writes fail with `error`: after `after` more have succeeded, and `times` times (without end unless told). */
  failWrites(error: DiskError, options?: { after?: number; times?: number }): void;
  /** The process is killed as it is about to write, after `after` more writes. */
  killAtWrite(after: number): void;
  /** Syncs fail with `error`, `times` times (without end unless told). */
  failSyncs(error: DiskError, options?: { times?: number }): void;
  /** No delay and no failure from now on. */
  heal(): void;
  /** Lets go of the control file; the process keeps what was last set. */
  close(): void;
}

/**
 * As `openFaultyDisk`, for one test and gone with it; concerns a new temporary directory unless told. Elsewhere than on
 * Linux, and without a C compiler, the test is left out, and says so.
 */
export async function faultyDisk(directory?: string): Promise<FaultyDisk> {
  const isMissing = spawnSync(COMPILER, ["--version"]).error !== undefined;
  if (isMissing || process.platform !== "linux") {
    const test = TestRunner.getCurrentTest();
    const reason = `a disk that fails on demand needs Linux and its C compiler "${COMPILER}"`;
    process.stderr.write(`\n*** LEFT OUT: ${test?.name}: ${reason}\n`);
    test?.context.skip(reason);
  }
  const disk = await openFaultyDisk(await tempDirectory(), directory ?? (await tempDirectory()));
  onTestFinished(() => disk.close());
  return disk;
}

/**
 * A disk that can be slowed down and broken, for a real child process started with `env`. Concerns the files under
 * `concerned`; keeps what it needs in `ownDirectory`. Needs Linux and a C compiler.
 */
export async function openFaultyDisk(ownDirectory: string, concerned: string): Promise<FaultyDisk> {
  const library = join(ownDirectory, "faulty-disk.so");
  const source = fileURLToPath(new URL("./faulty-disk.c", import.meta.url));
  await promisify(execFile)(COMPILER, ["-shared", "-fPIC", "-O1", "-Wall", "-o", library, source, "-ldl"]);

  const controlFile = join(ownDirectory, "control");
  const control = openSync(controlFile, "w+", 0o600);
  const number = Buffer.alloc(BYTES);

  function get(counter: Counter): number {
    readSync(control, number, 0, BYTES, COUNTERS.indexOf(counter) * BYTES);
    return Number(number.readBigInt64LE());
  }
  function set(counter: Counter, value: number): void {
    number.writeBigInt64LE(BigInt(value));
    writeSync(control, number, 0, BYTES, COUNTERS.indexOf(counter) * BYTES);
  }

  for (const counter of COUNTERS) set(counter, 0);
  return {
    directory: concerned,
    env: {
      LD_PRELOAD: library,
      FAULTY_DISK_CONTROL: controlFile,
      FAULTY_DISK_DIRECTORY: concerned,
    },
    syncs: () => get("syncs"),
    writes: () => get("writes"),
    failures: () => get("failures"),
    delaySyncs: (delayMs) => set("syncDelayUs", delayMs * 1_000),
    failWrites(error, { after = 0, times = WITHOUT_END } = {}) {
      set("writesToSpare", after);
      set("writeFailures", times);
      set("writeErrno", ERRNOS[error]);
    },
    killAtWrite(after) {
      set("writesToSpare", after);
      set("writeFailures", WITHOUT_END);
      set("writeErrno", -constants.signals.SIGKILL);
    },
    failSyncs(error, { times = WITHOUT_END } = {}) {
      set("syncFailures", times);
      set("syncErrno", ERRNOS[error]);
    },
    heal() {
      for (const counter of ["writeErrno", "syncErrno", "syncDelayUs"] as const) set(counter, 0);
    },
    close: () => closeSync(control),
  };
}
