import { Worker, type WorkerOptions } from "node:worker_threads";
import { ArchiveRefusal } from "../archive/archive-refusal.ts";
import type { SessionPiece } from "../ports/opened-session.ts";
import { bundleSources } from "../threads/bundle-sources.ts";
import type { OpeningTask, OpeningWord } from "./opening-worker.ts";
import type { ArchiveContents } from "./read-archive.ts";

const HEAP_MAX_MB = 512;
const WORD_DEADLINE_MS = 300_000;

/** An archive that a worker reads, so that no meeting waits for it. */
export class ArchiveReader {
  readonly #worker: Worker;
  #heard: ((word: OpeningWord) => void) | null = null;
  #failed: ((error: unknown) => void) | null = null;
  #ended: unknown = null;

  private constructor(worker: Worker, signal: AbortSignal) {
    this.#worker = worker;
    worker.on("message", (word: OpeningWord) => this.#heard?.(word));
    worker.on("error", (error: NodeJS.ErrnoException) =>
      this.#end(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? new ArchiveRefusal("too_large", "reading it takes more memory than there is", { cause: error })
          : error,
      ),
    );
    worker.on("exit", () => this.#end(new Error("the worker that reads an archive has ended")));
    if (signal.aborted) this.#end(signal.reason);
    signal.addEventListener("abort", () => this.#end(signal.reason), { once: true });
  }

  /** Starts reading the archive at `path`. */
  static async start(path: string, signal: AbortSignal): Promise<ArchiveReader> {
    const task: OpeningTask = { path };
    const worker = await startWorker({
      workerData: task,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB },
    });
    return new ArchiveReader(worker, signal);
  }

  /** What is in it, once all of it is verified. Rejects with `ArchiveRefusal`, or with the reason of the signal. */
  async contents(): Promise<ArchiveContents> {
    const word = await this.#next();
    if (word.kind !== "contents") throw new Error(`the worker said ${word.kind} first`);
    return word.contents;
  }

  /** The session in it; each piece is asked for when the one before is done with. Rejects as `contents` does. */
  async *pieces(): AsyncGenerator<SessionPiece> {
    for (;;) {
      const word = await this.#next();
      if (word.kind !== "piece") return;
      yield word.piece;
    }
  }

  /** Resolves once nothing is read any more. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #next(): Promise<OpeningWord> {
    const late = () => this.#end(new ArchiveRefusal("too_large", "reading it takes too long"));
    const deadline = setTimeout(late, WORD_DEADLINE_MS);
    try {
      const word = await new Promise<OpeningWord>((heard, failed) => {
        if (this.#ended !== null) return failed(this.#ended);
        this.#heard = heard;
        this.#failed = failed;
        this.#worker.postMessage(null);
      });
      if (word.kind === "refused") throw new ArchiveRefusal(word.reason, word.message);
      return word;
    } finally {
      clearTimeout(deadline);
    }
  }

  #end(reason: unknown): void {
    this.#ended ??= reason;
    this.#failed?.(this.#ended);
  }
}

/** From a build the module beside this one; a server that runs from its sources bundles it first. */
async function startWorker(options: WorkerOptions): Promise<Worker> {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./opening-worker.js", import.meta.url), options);
  }
  const script = await bundleSources(new URL("./opening-worker.ts", import.meta.url));
  return new Worker(script, { ...options, eval: true });
}
