/** A token bucket: `perSecond` on average, `burst` at once. */
export class RateBudget {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #atMs: number;

  constructor(limits: { perSecond: number; burst: number }, nowMs: number) {
    this.#perSecond = limits.perSecond;
    this.#burst = limits.burst;
    this.#tokens = limits.burst;
    this.#atMs = nowMs;
  }

  /** Takes tokens, into debt where there are fewer; false when there is not one. */
  take(nowMs: number, tokens = 1): boolean {
    if (this.left(nowMs) < 1) return false;
    this.#tokens -= tokens;
    return true;
  }

  /** Takes what something turned out to cost on top, into debt if need be. */
  charge(tokens: number): void {
    this.#tokens -= tokens;
  }

  /** Tokens there are now; below zero what is owed. */
  left(nowMs: number): number {
    if (nowMs > this.#atMs) {
      this.#tokens = Math.min(this.#burst, this.#tokens + ((nowMs - this.#atMs) / 1000) * this.#perSecond);
    }
    this.#atMs = nowMs;
    return this.#tokens;
  }

  /** How long until there is a token. */
  waitMs(nowMs: number): number {
    return Math.max(0, ((1 - this.left(nowMs)) / this.#perSecond) * 1000);
  }

  /** Whether it is as good as new. */
  isFull(nowMs: number): boolean {
    return this.left(nowMs) >= this.#burst;
  }
}
