import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Result, refuse } from "../../shared/domain/result.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { TableTrade } from "./reading-refusal.ts";

/** Megabytes of heap the reading process may use. */
const HEAP_MAX_MB = 128;
/** A machine too busy to start a process is no fault of the file. */
const STARTING_MAX_MS = 45_000;
/**
 * Signals and codes by which Node ends when its heap is full; the last two are a breakpoint and an illegal instruction as
 * Windows counts them.
 */
const OUT_OF_MEMORY = {
  signals: ["SIGABRT", "SIGTRAP", "SIGILL"],
  codes: [134, 133, 5, 0x80000003, 0xc000001d],
};

export interface ReadingLimits {
  /** After this the reading process is ended; `LIMITS.rosterReadingMaxMs` when absent. */
  readonly readingMaxMs?: number;
}

/** The process that reads a kind of file. */
export interface ReadingProcess {
  readonly trade: TableTrade;
  /** Its script, which takes the file on stdin and gives the result as JSON, after a line end once it is ready to read. */
  readonly script: URL;
}

/**
 * Reads an uploaded .xlsx or .csv; its content alone decides which it is. A file that cannot be what it should is refused
 * with a code of the trade (`roster_…`) and details for the person who made it: `sheet`, `row`, `column`, `columns`,
 * `format`, or a number beside the limit it breaks; a process that does not even start is `internal`.
 *
 * The work is done in a process of its own, with a bounded heap, an empty environment and a deadline: a hostile file
 * costs the server neither time on its loop nor memory, and one that brings the reader down brings down nothing else.
 * Rejects when no process can be started.
 */
export async function readInProcess<T>(
  file: Buffer,
  { trade, script }: ReadingProcess,
  { readingMaxMs = LIMITS.rosterReadingMaxMs }: ReadingLimits = {},
): Promise<Result<T>> {
  if (file.length > LIMITS.rosterFileMaxBytes) {
    return refuse(`${trade}_too_large`, { bytes: file.length, bytesMax: LIMITS.rosterFileMaxBytes });
  }
  const loader = script.pathname.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child: ChildProcess = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MAX_MB}`, ...loader, fileURLToPath(script)],
    { env: {}, stdio: ["pipe", "pipe", "ignore"], windowsHide: true },
  );
  // Heard before all else: a process that could not be started, for want of descriptors, has no pipes and only says so.
  const ended = endOf(child);
  const output: Buffer[] = [];
  let isLate = false;
  const killLate = () => {
    isLate = true;
    child.kill("SIGKILL");
  };
  let deadline = setTimeout(killLate, STARTING_MAX_MS);
  child.stdout?.on("data", (chunk: Buffer) => {
    if (output.length === 0) {
      clearTimeout(deadline);
      deadline = setTimeout(killLate, readingMaxMs);
    }
    output.push(chunk);
  });
  // A process that ends before it has taken the whole file is judged by how it ended.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(file);
  try {
    const { code, signal } = await ended;
    if (isLate) {
      const hasStarted = output.length > 0;
      return hasStarted ? refuse(`${trade}_too_large`, { readingMaxMs }) : refuse("internal");
    }
    if (code === 0) return JSON.parse(Buffer.concat(output).toString("utf8")) as Result<T>;
    return ranOutOfMemory(code, signal)
      ? refuse(`${trade}_too_large`, { memoryMaxMb: HEAP_MAX_MB })
      : refuse(`${trade}_unreadable`);
  } finally {
    clearTimeout(deadline);
  }
}

/** Whether a Node that ended so had its heap full. */
export function ranOutOfMemory(code: number | null, signal: string | null): boolean {
  return OUT_OF_MEMORY.signals.includes(signal ?? "") || OUT_OF_MEMORY.codes.includes(code ?? 0);
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}
