import type { AttemptStore } from "../ports/attempt-store.ts";

/** So many tries at once, then one each `refillMs`. */
export interface TryBound {
  readonly burst: number;
  readonly refillMs: number;
}

const MAX_KEYS = 50_000;
const PRUNE_EVERY_MS = 10 * 60 * 1000;

/**
 * Counts tries at secrets, by key, as the moment at which none counts any more; over restarts too. A key is always used
 * with the same bound. What is counted ends with time; where too much counts at once, the key unused longest is dropped.
 */
export class AttemptLimiter {
  readonly #store: AttemptStore;
  readonly #clock: () => number;
  /** The key counted last comes last. */
  readonly #fullAts = new Map<string, number>();
  readonly #unsaved = new Set<string>();
  #opening: Promise<void> | null = null;
  #lastClock = Number.NEGATIVE_INFINITY;
  #setBackMs = 0;
  #pruneAt = Number.NEGATIVE_INFINITY;

  /** `clock` in milliseconds since 1970 UTC. */
  constructor(store: AttemptStore, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Resolves once what was counted before the start is known; until then nothing may be asked. */
  opened(): Promise<void> {
    this.#opening ??= this.#load().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  /** Milliseconds until `key` may be tried, 0 for now. */
  waitMs(key: string, bound: TryBound): number {
    const freeMs = bound.burst * bound.refillMs - this.#countedMs(key, bound);
    return Math.max(0, bound.refillMs - freeMs);
  }

  /** Counts a try; beyond the bound it costs no more than the bound. */
  count(key: string, bound: TryBound): void {
    const countedMs = Math.min(this.#countedMs(key, bound) + bound.refillMs, bound.burst * bound.refillMs);
    this.#set(key, countedMs);
    if (this.#fullAts.size > MAX_KEYS) this.#dropOldest();
  }

  /** So many tries do not count after all. */
  giveBack(key: string, bound: TryBound, tries: number): void {
    this.#set(key, Math.round(this.#countedMs(key, bound) - tries * bound.refillMs));
  }

  /** Earlier tries are forgotten. Returns how many still counted. */
  forgive(key: string, bound: TryBound): number {
    const counted = this.#countedMs(key, bound) / bound.refillMs;
    this.#set(key, 0);
    return counted;
  }

  /** Forgets every key that begins so. */
  forgiveAll(keyPrefix: string): void {
    for (const key of this.#fullAts.keys()) if (key.startsWith(keyPrefix)) this.#set(key, 0);
  }

  /** Resolves once everything counted and forgiven up to here is on disk; rejects with `StorageError`. */
  async save(): Promise<void> {
    if (this.#unsaved.size === 0) return;
    const keys = [...this.#unsaved];
    this.#unsaved.clear();
    const put = keys.flatMap((key) => {
      const fullAt = this.#fullAts.get(key);
      return fullAt === undefined ? [] : [{ key, fullAt }];
    });
    const remove = keys.filter((key) => !this.#fullAts.has(key));
    try {
      await this.#store.save({ put, remove, now: this.#now() });
    } catch (error) {
      for (const key of keys) this.#unsaved.add(key);
      throw error;
    }
  }

  async #load(): Promise<void> {
    const now = this.#now();
    for (const { key, fullAt } of await this.#store.load()) if (fullAt > now) this.#fullAts.set(key, fullAt);
  }

  /** How long the tries at `key` still count. */
  #countedMs(key: string, { burst, refillMs }: TryBound): number {
    const countedMs = (this.#fullAts.get(key) ?? 0) - this.#now();
    if (countedMs <= 0) return 0;
    const mostMs = burst * refillMs;
    if (countedMs <= mostMs) return countedMs;
    // The clock was set back between two starts: from here on it ends as ever.
    this.#fullAts.set(key, this.#now() + mostMs);
    return mostMs;
  }

  #set(key: string, countedMs: number): void {
    this.#prune();
    const known = this.#fullAts.delete(key);
    if (countedMs > 0) this.#fullAts.set(key, this.#now() + countedMs);
    if (known || countedMs > 0) this.#unsaved.add(key);
  }

  #prune(): void {
    const now = this.#now();
    if (now < this.#pruneAt) return;
    this.#pruneAt = now + PRUNE_EVERY_MS;
    for (const [key, fullAt] of this.#fullAts) if (fullAt <= now) this.#fullAts.delete(key);
  }

  #dropOldest(): void {
    const [oldest] = this.#fullAts.keys();
    if (oldest !== undefined) this.#set(oldest, 0);
  }

  /** Goes on where the clock is set back: what has ended must not count again. */
  #now(): number {
    const now = this.#clock();
    this.#setBackMs += Math.max(0, this.#lastClock - now);
    this.#lastClock = now;
    return now + this.#setBackMs;
  }
}
