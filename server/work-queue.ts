/** Runs tasks in the order they come, at most `width` at a time. */
export class WorkQueue {
  private readonly width: number;
  private readonly waiting = new Set<() => void>();
  private running = 0;

  constructor(width: number) {
    this.width = width;
  }

  /** Settles as `task` does, once its turn has come. Whose `signal` is aborted before waits no longer, and rejects with its reason. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.running >= this.width) await this.turn(signal);
    else this.running += 1;
    try {
      signal?.throwIfAborted();
      return await task();
    } finally {
      const [next] = this.waiting;
      if (next === undefined) this.running -= 1;
      else {
        this.waiting.delete(next);
        next();
      }
    }
  }

  private async turn(signal: AbortSignal | undefined): Promise<void> {
    let leave = () => {};
    try {
      await new Promise<void>((begin, reject) => {
        this.waiting.add(begin);
        leave = () => {
          if (this.waiting.delete(begin)) reject(signal?.reason);
        };
        signal?.addEventListener("abort", leave);
      });
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }
}
