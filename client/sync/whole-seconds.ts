const SECOND_MS = 1_000;

/**
 * Tells whoever listens that another whole second of a clock began: one timer for all countdowns, none while nobody
 * listens. Whoever reads the same clock turns its second at the same moment.
 */
export class WholeSeconds {
  private readonly clock: { now(): number };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** `clock` in milliseconds since 1970. */
  constructor(clock: { now(): number }) {
    this.clock = clock;
  }

  /** The second that runs, milliseconds since 1970. */
  current(): number {
    return Math.floor(this.clock.now() / SECOND_MS) * SECOND_MS;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.timer ??= this.next();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.timer === null) return;
      clearTimeout(this.timer);
      this.timer = null;
    };
  };

  /** Set anew each second: an interval would keep whatever it was late by, and know nothing of a better reading. */
  private next(): ReturnType<typeof setTimeout> {
    const now = this.clock.now();
    const leftMs = SECOND_MS - (now - Math.floor(now / SECOND_MS) * SECOND_MS);
    return setTimeout(() => {
      this.timer = this.next();
      for (const listener of [...this.listeners]) listener();
    }, Math.ceil(leftMs));
  }
}
