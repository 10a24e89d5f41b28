/** How often `tick` is meant to be called, and how long a silence may last, in milliseconds. */
export const LIVENESS = { tickMs: 200, pingAfterMs: 1_000, deadAfterMs: 2_400 } as const;

/** A tick this late means that the browser held our timers back, not that the line is dead. */
const LATE_TICK_MS = 600;

/**
 * Tells by what is heard on it whether a connection lives. Times are any monotonic clock in milliseconds.
 * Timers of a background tab fire late; a late tick asks first and condemns only when the question stays unanswered.
 */
export class Liveness {
  private heardAt: number;
  private tickedAt: number;
  private pingedAt: number | null = null;
  private excusedOnce = false;

  constructor(now: number) {
    this.heardAt = now;
    this.tickedAt = now;
  }

  heard(now: number): void {
    this.heardAt = now;
    this.pingedAt = null;
    this.excusedOnce = false;
  }

  /** What to do now: nothing, send a ping, or give the connection up. */
  tick(now: number): "fine" | "ping" | "dead" {
    const late = now - this.tickedAt > LATE_TICK_MS;
    this.tickedAt = now;
    if (now - this.heardAt < LIVENESS.pingAfterMs) return "fine";
    if (this.pingedAt === null) {
      this.pingedAt = now;
      return "ping";
    }
    if (late && !this.excusedOnce) {
      this.excusedOnce = true;
      this.pingedAt = now;
      return "ping";
    }
    return now - this.pingedAt >= LIVENESS.deadAfterMs - LIVENESS.pingAfterMs ? "dead" : "fine";
  }
}
