import { AttemptLimiter } from "./attempt-limiter.ts";

const REFILL_MS = 6 * 60 * 1000;
const BURST_A_LAPTOP = 5;
const BURST_A_SEAT = 10;

/**
 * Tries at the PIN of a seat: five at once and ten an hour from one laptop, twice as many at once from all together.
 * Somebody who guesses uses up the own tries first, so whoever holds the card gets in from another laptop meanwhile.
 */
export class PinAttempts {
  private readonly byLaptop: AttemptLimiter;
  private readonly bySeat: AttemptLimiter;

  constructor(clock: () => number) {
    this.byLaptop = new AttemptLimiter({ burst: BURST_A_LAPTOP, refillMs: REFILL_MS, clock });
    this.bySeat = new AttemptLimiter({ burst: BURST_A_SEAT, refillMs: REFILL_MS, clock });
  }

  /** Milliseconds until `address` may try at `seat`, 0 for now; a try that is let through is counted. */
  take(seat: string, address: string): number {
    return this.byLaptop.take(`${seat} ${address}`) || this.bySeat.take(seat);
  }

  /** The right PIN was given: what this laptop tried before does not count. */
  forgive(seat: string, address: string): void {
    this.bySeat.giveBack(seat, this.byLaptop.forgive(`${seat} ${address}`));
  }

  /** The seat has another PIN: what was tried at the old one is forgotten. */
  forgiveAll(seat: string): void {
    this.byLaptop.forgiveAll(`${seat} `);
    this.bySeat.forgive(seat);
  }
}
