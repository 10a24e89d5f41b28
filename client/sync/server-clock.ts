/** What one question to the server told: when it left and its answer came by our monotonic clock, and the server's clock between. */
export interface ClockReading {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** Milliseconds since 1970. */
  readonly serverNow: number;
}

/** Clocks of this machine in milliseconds: one that is never set, and one that may be wrong and be set at any time. */
export interface MachineClocks {
  readonly monotonicNow: () => number;
  readonly wallNow: () => number;
}

const BROWSER_CLOCKS: MachineClocks = {
  monotonicNow: () => performance.now(),
  wallNow: () => Date.now(),
};

/** A burst finds an answer that waited behind nothing. */
const READINGS_AT_JOIN = 5;
const READINGS_AT_RENEWAL = 3;
const RENEW_EVERY_MS = 120_000;
/** Cheap quartz in a warm laptop; what is known of the server's clock grows old by as much. */
const DRIFT_PER_MS = 100 / 1_000_000;
/** The machine slept, or its clock was set: what was known may be wrong. */
const JUMP_MS = 250;
/** The server tells whole milliseconds. */
const ROUNDING_MS = 1;

/** The server's time is our monotonic time plus `offsetMs`, give or take `errorMs` when it was read. */
interface Estimate {
  readonly offsetMs: number;
  readonly errorMs: number;
  readonly readAtMs: number;
}

/**
 * The server's clock as a client knows it, whatever the machine's own clock says. It goes on by the monotonic clock from
 * the reading that says most: half of how long the answer took is all it can be wrong by. A reading that cannot be true
 * together with it tells that a clock jumped, and is believed.
 */
export class ServerClock {
  private readonly clocks: MachineClocks;
  private best: Estimate | null = null;
  private readingsLeft = 0;
  private askedAtMs = Number.NEGATIVE_INFINITY;
  private wallLeadMs: number;

  constructor(clocks: MachineClocks = BROWSER_CLOCKS) {
    this.clocks = clocks;
    this.wallLeadMs = clocks.wallNow() - clocks.monotonicNow();
  }

  /** Milliseconds since 1970; the machine's own clock until the server was heard. */
  now(): number {
    if (this.best === null) return this.clocks.wallNow();
    return this.clocks.monotonicNow() + this.best.offsetMs;
  }

  /** The time a reading is stamped with. */
  monotonicNow(): number {
    return this.clocks.monotonicNow();
  }

  hear({ sentAtMs, receivedAtMs, serverNow }: ClockReading): void {
    const heard = {
      offsetMs: serverNow - (sentAtMs + receivedAtMs) / 2,
      errorMs: (receivedAtMs - sentAtMs) / 2 + ROUNDING_MS,
      readAtMs: receivedAtMs,
    };
    const known = this.best;
    if (known === null) {
      this.best = heard;
      return;
    }
    const knownErrorMs = known.errorMs + Math.max(0, receivedAtMs - known.readAtMs) * DRIFT_PER_MS;
    const isJump = Math.abs(heard.offsetMs - known.offsetMs) > heard.errorMs + knownErrorMs;
    if (isJump || heard.errorMs <= knownErrorMs) this.best = heard;
  }

  /** The session was joined over a new connection: it is asked several times soon. */
  joined(): void {
    this.readingsLeft = READINGS_AT_JOIN;
  }

  /** Whether the server should be asked now; what it says yes to counts as asked. Called a few times a second. */
  isDue(): boolean {
    const now = this.clocks.monotonicNow();
    const wallLeadMs = this.clocks.wallNow() - now;
    const jumped = Math.abs(wallLeadMs - this.wallLeadMs) > JUMP_MS;
    if (jumped) this.wallLeadMs = wallLeadMs;
    if (jumped || now - this.askedAtMs >= RENEW_EVERY_MS)
      this.readingsLeft = Math.max(this.readingsLeft, READINGS_AT_RENEWAL);
    if (this.readingsLeft === 0) return false;
    this.readingsLeft -= 1;
    this.askedAtMs = now;
    return true;
  }
}
