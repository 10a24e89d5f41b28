interface Bucket {
  tokens: number;
  at: number;
}

const MAX_KEYS = 20_000;

/** Slows guessing at one secret down without touching any other: a few tries at once, then one each `refillMs`. */
export class AttemptLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private readonly burst: number;
  private readonly refillMs: number;
  private readonly clock: () => number;

  constructor(options: { burst: number; refillMs: number; clock: () => number }) {
    this.burst = options.burst;
    this.refillMs = options.refillMs;
    this.clock = options.clock;
  }

  /** Milliseconds until `key` may be tried, 0 for now; a try that is let through is counted. */
  take(key: string): number {
    const bucket = this.filled(key);
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * this.refillMs);
    bucket.tokens -= 1;
    if (this.buckets.size > MAX_KEYS) this.forgetFull();
    return 0;
  }

  /** The right secret was given: earlier tries are forgotten. Returns how many still counted, the right one included. */
  forgive(key: string): number {
    const counted = this.burst - this.filled(key).tokens;
    this.buckets.delete(key);
    return counted;
  }

  forgiveAll(keyPrefix: string): void {
    for (const key of this.buckets.keys()) if (key.startsWith(keyPrefix)) this.buckets.delete(key);
  }

  /** So many tries that were let through do not count after all. */
  giveBack(key: string, tries: number): void {
    const { tokens, at } = this.filled(key);
    this.buckets.set(key, { tokens: Math.min(this.burst, tokens + tries), at });
  }

  private filled(key: string): Bucket {
    const now = this.clock();
    const bucket = this.buckets.get(key) ?? { tokens: this.burst, at: now };
    // A clock that was set back costs nobody more than the time from then on.
    const elapsedMs = Math.max(0, now - bucket.at);
    const tokens = Math.min(this.burst, bucket.tokens + elapsedMs / this.refillMs);
    return { tokens, at: now };
  }

  private forgetFull(): void {
    for (const key of this.buckets.keys())
      if (this.filled(key).tokens >= this.burst) this.buckets.delete(key);
  }
}
