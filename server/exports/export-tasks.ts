import { RateBudget } from "../../shared/rate-budget.ts";
import type { MakingProgress } from "../documents/make-document.ts";
import type { MakingLimits } from "../documents/process/in-process.ts";
import { RenderError } from "../documents/render-error.ts";
import type { Log } from "../ports/log.ts";
import { StorageError } from "../ports/storage-error.ts";
import { ExportTask } from "./export-task.ts";
import type { MadeExport } from "./make-export.ts";

export interface ExportLimits {
  /** Tasks of one doer at once, files that wait to be taken among them. */
  readonly tasksMax: number;
  /** Bytes of files that wait to be taken: of one doer, and in all. */
  readonly doerBytesMax: number;
  readonly bytesMax: number;
  /** How long a file waits to be taken. */
  readonly keptMs: number;
  /** How long a task goes on that nobody asks about. */
  readonly unaskedMs: number;
  /** Files that one doer may take at once, and how many more a second. */
  readonly takingsBurst: number;
  readonly takingsPerSecond: number;
}

const LIMITS: ExportLimits = {
  tasksMax: 4,
  doerBytesMax: 64 * 1024 * 1024,
  bytesMax: 256 * 1024 * 1024,
  keptMs: 120_000,
  unaskedMs: 30_000,
  takingsBurst: 100,
  takingsPerSecond: 1,
};

/** Whose task it is, and of which file. */
export interface TaskAbout {
  /** See `identityKey`. */
  readonly doer: string;
  readonly sessionId: string;
  /** As in the address. */
  readonly fileName: string;
  readonly unit: string | null;
}

/** Files in the making and those that wait to be taken, each for whoever asked. In memory alone; a restart ends them. */
export class ExportTasks {
  readonly #newId: () => string;
  readonly #log: Log;
  readonly #limits: ExportLimits;
  readonly #tasks = new Map<string, ExportTask>();
  readonly #budgets = new Map<string, RateBudget>();

  constructor(
    { newId, log }: { readonly newId: () => string; readonly log: Log },
    limits: Partial<ExportLimits> = {},
  ) {
    this.#newId = newId;
    this.#log = log;
    this.#limits = { ...LIMITS, ...limits };
  }

  get size(): number {
    return this.#tasks.size;
  }

  /** Begins a task; null where as many of the doer's are under way as may be. Of those that are over the oldest makes room. */
  start(about: TaskAbout, make: ((limits: MakingLimits) => Promise<MadeExport>) | null): ExportTask | null {
    const own = this.#of(about.doer);
    const oldestOver = own.find(({ isOver }) => isOver);
    if (own.length >= this.#limits.tasksMax) {
      if (oldestOver === undefined) return null;
      this.end(oldestOver);
    }
    const task = new ExportTask(this.#newId(), about, {
      unaskedMs: this.#limits.unaskedMs,
      keptMs: this.#limits.keptMs,
      onExpired: () => this.end(task),
    });
    this.#tasks.set(task.taskId, task);
    if (make === null) task.waitForTaker();
    else void this.#run(task, make);
    return task;
  }

  /** The task of this id, of this doer and session; null where there is none, whoever else has one of it. */
  find(taskId: string, { doer, sessionId }: Pick<TaskAbout, "doer" | "sessionId">): ExportTask | null {
    const task = this.#tasks.get(taskId);
    return task?.about.doer === doer && task.about.sessionId === sessionId ? task : null;
  }

  /** Cancels what is under way and forgets it. */
  end(task: ExportTask): void {
    this.#tasks.delete(task.taskId);
    task.cancel(new RenderError("cancelled"));
  }

  /** Whether a doer may take one more file now. */
  mayTake(doer: string): boolean {
    const now = performance.now();
    for (const [one, budget] of this.#budgets) if (budget.isFull(now)) this.#budgets.delete(one);
    const { takingsBurst: burst, takingsPerSecond: perSecond } = this.#limits;
    const budget = this.#budgets.get(doer) ?? new RateBudget({ burst, perSecond }, now);
    this.#budgets.set(doer, budget);
    return budget.take(now);
  }

  /** Nothing of a session that is wiped waits to be taken. */
  forget(sessionId: string): void {
    for (const task of this.#tasks.values()) if (task.about.sessionId === sessionId) this.end(task);
  }

  close(): void {
    for (const task of this.#tasks.values()) this.end(task);
  }

  async #run(task: ExportTask, make: (limits: MakingLimits) => Promise<MadeExport>): Promise<void> {
    const onProgress = (progress: MakingProgress) => task.progress(progress);
    try {
      const made = await make({ signal: task.signal, onProgress });
      if (this.#tasks.get(task.taskId) !== task) return;
      if (this.#makeRoom(task, made.bytes.length)) task.made(made);
      else task.fail("rate_limited");
    } catch (error) {
      if (task.signal.aborted) return;
      this.#log("file not made", { file: task.about.fileName, error });
      task.fail(error instanceof StorageError ? "storage_unavailable" : "internal");
    }
  }

  /** The doer's own oldest files go first; what others have waiting stays. */
  #makeRoom({ about }: ExportTask, bytes: number): boolean {
    const held = (tasks: Iterable<ExportTask>) => [...tasks].reduce((sum, one) => sum + one.heldBytes, 0);
    const fits = () =>
      held(this.#of(about.doer)) + bytes <= this.#limits.doerBytesMax &&
      held(this.#tasks.values()) + bytes <= this.#limits.bytesMax;
    for (const own of this.#of(about.doer)) if (!fits() && own.heldBytes > 0) this.end(own);
    return fits();
  }

  #of(doer: string): ExportTask[] {
    return [...this.#tasks.values()].filter(({ about }) => about.doer === doer);
  }
}
