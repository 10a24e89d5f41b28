import { ApiError } from "./api.ts";

const RETRY_MS = 5_000;
const KEY_PREFIX = "yantao.signOut.";

interface Dependencies {
  /** Shared by the tabs of a browser: what one could not tell, another tells. */
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
  /** Tells of `online`; the window, in the browser. */
  readonly signals: EventTarget;
  /** Signs a token out at the server; throws `ApiError` or `NetworkError`. */
  readonly tell: (token: string) => Promise<unknown>;
}

/**
 * Tokens that were given up here. The server is told at once, and where it is not reached as soon as it is, by whatever
 * page of ours is open then; the one who leaves does not wait for it.
 */
export class SignOuts {
  private readonly deps: Dependencies;
  private readonly telling = new Set<string>();
  private retryTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(deps: Dependencies) {
    this.deps = deps;
  }

  start(): void {
    this.deps.signals.addEventListener("online", this.tellAll);
    this.tellAll();
  }

  stop(): void {
    this.deps.signals.removeEventListener("online", this.tellAll);
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.retryTimer = null;
  }

  add(token: string): void {
    try {
      this.deps.storage.setItem(KEY_PREFIX + token, "");
    } catch {
      // A full or forbidden storage costs the telling after a reload, never the telling now.
    }
    void this.tell(token);
  }

  private readonly tellAll = () => {
    const { storage } = this.deps;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    for (const key of keys) if (key.startsWith(KEY_PREFIX)) void this.tell(key.slice(KEY_PREFIX.length));
  };

  private async tell(token: string): Promise<void> {
    if (this.telling.has(token)) return;
    this.telling.add(token);
    const isDone = await this.deps.tell(token).then(
      () => true,
      (error: unknown) => error instanceof ApiError && !error.retryable,
    );
    this.telling.delete(token);
    if (isDone) this.deps.storage.removeItem(KEY_PREFIX + token);
    else this.retryTimer ??= setTimeout(this.retry, RETRY_MS);
  }

  private readonly retry = () => {
    this.retryTimer = null;
    this.tellAll();
  };
}
