/** When a client counts as one that does not read. Bytes are those that wait in this process for one connection. */
export interface SlowClientLimits {
  /** Clients are looked at this often. */
  readonly sweepMs: number;
  /** So much may wait as long as it gets less: whole lanes on a slow wireless network do. */
  readonly patientBytes: number;
  /** After so many looks at which nothing more was taken, the patience ends: looks, since a busy process looks late. */
  readonly stalledLooks: number;
  readonly maxBytes: number;
}

export const SLOW_CLIENT_LIMITS: SlowClientLimits = {
  sweepMs: 1_000,
  patientBytes: 1024 * 1024,
  stalledLooks: 10,
  maxBytes: 8 * 1024 * 1024,
};

/** A look at one connection. */
export interface Look {
  readonly waitingBytes: number;
  /** Any text that changes when the other end takes something. */
  readonly sentMark: string;
}

/** Follows what waits for one client. */
export class Backlog {
  private readonly limits: SlowClientLimits;
  private sentMark: string | null = null;
  private stalledLooks = 0;

  constructor(limits: SlowClientLimits) {
    this.limits = limits;
  }

  /** Whether to let the client go: far too much waits for it, or much and for long without progress. */
  isHopeless({ waitingBytes, sentMark }: Look): boolean {
    const { patientBytes, stalledLooks, maxBytes } = this.limits;
    const stalled = sentMark === this.sentMark && waitingBytes > 0;
    this.stalledLooks = stalled ? this.stalledLooks + 1 : 0;
    this.sentMark = sentMark;
    if (waitingBytes > maxBytes) return true;
    return waitingBytes > patientBytes && this.stalledLooks >= stalledLooks;
  }
}
