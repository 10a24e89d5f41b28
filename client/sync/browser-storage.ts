/** What of `Storage` is used anywhere. */
type WebStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** How much of what a page wants to keep its browser keeps: all, no more than it has, or nothing. */
export type Keeping = "kept" | "full" | "refused";

/**
 * A storage of the browser that can be used where the browser refuses it (cookies switched off, by policy or by hand) or
 * where it is full: what is not kept there is held as long as the page stands. `setItem` tells whoever asked nothing of it;
 * `keeping` does. Nothing here throws.
 */
export class BrowserStorage implements WebStorage {
  readonly #browser: WebStorage | null;
  /** What the browser did not take. */
  readonly #held = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #keeping: Keeping;

  /** `open` gives the browser's own; where it is refused, asking for it throws already. */
  constructor(open: () => WebStorage) {
    this.#browser = opened(open);
    this.#keeping = this.#browser === null ? "refused" : "kept";
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get length(): number {
    return this.#isPlain() ? (this.#browser?.length ?? 0) : this.#keys().length;
  }

  key(index: number): string | null {
    return this.#isPlain() ? (this.#browser?.key(index) ?? null) : (this.#keys()[index] ?? null);
  }

  getItem(key: string): string | null {
    return this.#held.get(key) ?? this.#browser?.getItem(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.#browser === null) {
      this.#held.set(key, value);
      return;
    }
    try {
      this.#browser.setItem(key, value);
      this.#held.delete(key);
    } catch {
      // An older value there would come back after a reload in place of this one.
      this.#browser.removeItem(key);
      this.#held.set(key, value);
    }
    this.#tell(this.#held.size === 0 ? "kept" : "full");
  }

  removeItem(key: string): void {
    this.#held.delete(key);
    this.#browser?.removeItem(key);
    if (this.#browser !== null && this.#held.size === 0) this.#tell("kept");
  }

  /** The same for those who hold themselves what the browser does not keep: here `setItem` throws. */
  strict(): WebStorage {
    return this.#browser ?? REFUSED;
  }

  #isPlain(): boolean {
    return this.#browser !== null && this.#held.size === 0;
  }

  #keys(): string[] {
    const kept = Array.from(
      { length: this.#browser?.length ?? 0 },
      (_, index) => this.#browser?.key(index) ?? "",
    );
    return [...kept, ...[...this.#held.keys()].filter((key) => !kept.includes(key))];
  }

  #tell(keeping: Keeping): void {
    if (keeping === this.#keeping) return;
    this.#keeping = keeping;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A storage in which nothing is and into which nothing goes. */
const REFUSED: WebStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new Error("the browser refuses its storage");
  },
  removeItem: () => undefined,
};

function opened(open: () => WebStorage): WebStorage | null {
  try {
    const storage = open();
    // Some give it and refuse its use.
    storage.getItem("yantao");
    return storage;
  } catch {
    return null;
  }
}

/** Shared by the tabs of this browser, and kept when they are closed. */
export const browserStorage = new BrowserStorage(() => window.localStorage);
/** Of this tab, over its reloads. */
export const tabStorage = new BrowserStorage(() => window.sessionStorage);
