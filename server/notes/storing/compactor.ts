import { Worker } from "node:worker_threads";
import type { Log } from "../../ports/log.ts";
import type { NotesStore } from "../../ports/notes-store.ts";
import { bundleSources } from "../../threads/bundle-sources.ts";

export interface CompactionTask {
  readonly id: number;
  readonly documentName: string;
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

export type CompactionAnswer =
  | { readonly id: number; readonly ok: true; readonly snapshot: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Folds stored updates into snapshots, in a thread of its own so that no editor waits for a large document. */
export class Compactor {
  readonly #store: NotesStore;
  readonly #log: Log;
  readonly #startThread: () => Promise<Worker>;
  readonly #waiting = new Map<number, (answer: CompactionAnswer) => void>();
  readonly #underWay = new Set<Promise<number | null>>();
  #worker: Promise<Worker> | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(store: NotesStore, log: Log, startThread: () => Promise<Worker>) {
    this.#store = store;
    this.#log = log;
    this.#startThread = startThread;
  }

  /** Replaces a document's snapshot; its size in bytes, or null when nothing was changed. Never rejects. */
  compact(documentName: string): Promise<number | null> {
    const work = this.#compact(documentName).catch((error: unknown) => {
      this.#log("notes_compaction_failed", { documentName, error: String(error) });
      return null;
    });
    this.#underWay.add(work);
    void work.then(() => this.#underWay.delete(work));
    return work;
  }

  /** Finishes what is under way and ends the thread. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#underWay);
    await (await this.#worker)?.terminate();
  }

  async #compact(documentName: string): Promise<number | null> {
    if (this.#isClosed) return null;
    const { seq, snapshot, updates } = await this.#store.load(documentName);
    this.#lastId += 1;
    const answer = await this.#ask({ id: this.#lastId, documentName, snapshot, updates });
    if (!answer.ok) throw new Error(answer.message);
    await this.#store.compact(documentName, seq, answer.snapshot);
    return answer.snapshot.length;
  }

  async #ask(task: CompactionTask): Promise<CompactionAnswer> {
    const worker = await this.#runningWorker();
    return new Promise((answered) => {
      this.#waiting.set(task.id, answered);
      worker.postMessage(task);
    });
  }

  /** A start that failed is not kept: the next task tries again. */
  async #runningWorker(): Promise<Worker> {
    const starting = this.#worker ?? this.#startWorker();
    this.#worker = starting;
    try {
      return await starting;
    } catch (error) {
      if (this.#worker === starting) this.#worker = null;
      throw error;
    }
  }

  async #startWorker(): Promise<Worker> {
    const worker = await this.#startThread();
    worker.unref();
    worker.on("message", (answer: CompactionAnswer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    worker.on("error", (error) => this.#workerEnded(String(error)));
    worker.on("exit", () => this.#workerEnded("the compaction thread ended"));
    return worker;
  }

  /** Whoever waits is told; the next task starts a new thread. */
  #workerEnded(message: string): void {
    this.#worker = null;
    for (const [id, answered] of this.#waiting) answered({ id, ok: false, message });
    this.#waiting.clear();
  }
}

/** From a build the module beside this one; a server that runs from its sources bundles it first. */
export async function startCompactionThread(): Promise<Worker> {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./compaction-worker.js", import.meta.url), { execArgv: [] });
  }
  const script = await bundleSources(new URL("./compaction-worker.ts", import.meta.url));
  return new Worker(script, { eval: true, execArgv: [] });
}
