/** A clock that was set meanwhile is noticed within this time. */
const LONGEST_WAIT_MS = 5_000;
/** What could not be stored is tried again after this time. */
const SHORTEST_WAIT_MS = 20;

/** Rings once a moment has come; it is set anew after every ring. */
export class Alarm {
  private readonly clock: () => number;
  private readonly ring: () => void;
  private timer: NodeJS.Timeout | null = null;

  /** `clock` in milliseconds since 1970 UTC. */
  constructor(clock: () => number, ring: () => void) {
    this.clock = clock;
    this.ring = ring;
  }

  /** Whether it is set and has not rung. */
  get isSet(): boolean {
    return this.timer !== null;
  }

  /** Rings at `at`, in milliseconds since 1970 UTC, and no more for what was set before; never where it is null. */
  set(at: number | null): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (at === null) return;
    const leftMs = at - this.clock();
    const waitMs = Math.min(Math.max(leftMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    this.timer = setTimeout(() => this.look(at), waitMs);
    this.timer.unref();
  }

  private look(at: number): void {
    if (this.clock() < at) {
      this.set(at);
      return;
    }
    this.timer = null;
    this.ring();
  }
}
