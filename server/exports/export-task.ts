import { type ErrorCode, wireError } from "../../shared/protocol/errors.ts";
import type { ExportTaskReply } from "../../shared/protocol/export-tasks.ts";
import type { MakingProgress } from "../documents/make-document.ts";
import type { TaskAbout } from "./export-tasks.ts";
import type { MadeExport } from "./make-export.ts";

type TaskState =
  | ({ readonly status: "working" } & MakingProgress)
  | ({ readonly status: "taking" } & MakingProgress)
  /** Null: it is made as it is taken. */
  | { readonly status: "ready"; readonly made: MadeExport | null }
  | { readonly status: "failed"; readonly code: ErrorCode };

interface Times {
  readonly unaskedMs: number;
  readonly keptMs: number;
  readonly onExpired: () => void;
}

/** A file that is made for somebody, and waits to be taken by them. It ends by itself when nobody asks about it. */
export class ExportTask {
  readonly taskId: string;
  readonly about: TaskAbout;
  readonly #controller = new AbortController();
  readonly #times: Times;
  #state: TaskState = { status: "working", step: "waiting", share: 0 };
  #expiry: NodeJS.Timeout | undefined;
  #over: () => void = () => {};
  readonly #settled = new Promise<void>((resolve) => {
    this.#over = resolve;
  });

  constructor(taskId: string, about: TaskAbout, times: Times) {
    this.taskId = taskId;
    this.about = about;
    this.#times = times;
    this.#expireAfter(times.unaskedMs);
  }

  /** Aborted when nobody wants the file any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether nothing is under way. */
  get isOver(): boolean {
    return this.#state.status === "ready" || this.#state.status === "failed";
  }

  get heldBytes(): number {
    return this.#state.status === "ready" ? (this.#state.made?.bytes.length ?? 0) : 0;
  }

  /** How it stands, told to whoever asked for it. */
  reply(): ExportTaskReply {
    const { taskId } = this;
    const state = this.#state;
    switch (state.status) {
      case "working":
      case "taking":
        return { taskId, status: "working", step: state.step, share: state.share };
      case "ready":
        return { taskId, status: "ready", step: "packing", share: 1 };
      case "failed":
        return { taskId, status: "failed", step: "waiting", share: 0, error: wireError(state.code) };
    }
  }

  /** Resolves when nothing is under way any more, or after so long. */
  async settledWithin(waitMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, waitMs);
    });
    await Promise.race([this.#settled, late]);
    clearTimeout(timer);
  }

  /** Somebody asked about it. */
  asked(): void {
    if (this.#state.status === "working") this.#expireAfter(this.#times.unaskedMs);
  }

  progress({ step, share }: MakingProgress): void {
    const { status } = this.#state;
    if (status === "working" || status === "taking") this.#state = { status, step, share };
  }

  made(made: MadeExport): void {
    this.#end({ status: "ready", made });
  }

  /** It is made as it is taken: there is nothing to do before. */
  waitForTaker(): void {
    this.#end({ status: "ready", made: null });
  }

  fail(code: ErrorCode): void {
    this.#end({ status: "failed", code });
  }

  /**
   * What it has for whoever takes it, once: from now on it is being taken. Null where it has nothing.
   * `asMade`: it is made on the way.
   */
  take(): MadeExport | "asMade" | null {
    if (this.#state.status !== "ready") return null;
    const { made } = this.#state;
    this.#state = { status: "taking", step: "packing", share: 0 };
    clearTimeout(this.#expiry);
    return made ?? "asMade";
  }

  cancel(reason: Error): void {
    clearTimeout(this.#expiry);
    this.#controller.abort(reason);
    this.#over();
  }

  #end(state: TaskState): void {
    if (this.signal.aborted) return;
    this.#state = state;
    this.#expireAfter(this.#times.keptMs);
    this.#over();
  }

  #expireAfter(ms: number): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(this.#times.onExpired, ms);
    this.#expiry.unref();
  }
}
