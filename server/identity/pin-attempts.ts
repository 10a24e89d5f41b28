import type { AttemptLimiter, TryBound } from "./attempt-limiter.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

/** At one seat from one address. */
const PAIR: TryBound = { burst: 5, refillMs: HOUR_MS / 10 };
/** At one seat from all addresses together. */
const SEAT: TryBound = { burst: 10, refillMs: HOUR_MS / 10 };
/** From one address at all seats: a hall of 300 behind it, a quarter of whom mistypes at once, stays below. */
const ADDRESS: TryBound = { burst: 100, refillMs: HOUR_MS / 100 };
/** At all seats of a session from everywhere. */
const SESSION: TryBound = { burst: 500, refillMs: HOUR_MS / 500 };
/** At a seat from laptops its holder was in from. */
const OWN: TryBound = { burst: 5, refillMs: HOUR_MS / 10 };

const ADMITTED = { tries: 5, forMs: 10 * MINUTE_MS } as const;
const MAX_ADMITTED = 1_000;

/** Who tries at which seat. */
export interface PinTry {
  readonly sessionId: string;
  readonly personId: string;
  /** As `countedAddress` gives it. */
  readonly address: string;
  /** Whether somebody got in at this seat from this laptop before. */
  readonly isKnownLaptop: boolean;
}

/** Wrong PINs, counted by seat, address and session; and whom staff let in past that. */
export class PinAttempts {
  readonly #tries: AttemptLimiter;
  readonly #clock: () => number;
  /** By seat and address, or by seat alone. */
  readonly #admitted = new Map<string, { tries: number; endsAt: number }>();

  constructor(tries: AttemptLimiter, clock: () => number) {
    this.#tries = tries;
    this.#clock = clock;
  }

  /** Resolves once tries before the start are known. */
  opened(): Promise<void> {
    return this.#tries.opened();
  }

  /** Milliseconds until a PIN may be checked, 0 for now. */
  waitMs(tried: PinTry): number {
    if (this.#admissionOf(tried) !== undefined) return 0;
    return Math.max(...boundsOf(tried).map(([key, bound]) => this.#tries.waitMs(key, bound)));
  }

  /** Counts a wrong PIN that `waitMs` lets through; resolves once that is on disk. */
  async countWrong(tried: PinTry): Promise<void> {
    const admission = this.#admissionOf(tried);
    if (admission !== undefined) admission.tries -= 1;
    else for (const [key, bound] of boundsOf(tried)) this.#tries.count(key, bound);
    await this.#tries.save();
  }

  /** The right PIN was given: what this laptop tried at this seat does not count. */
  async forgive({ sessionId, personId, address }: PinTry): Promise<void> {
    const seat = `${sessionId} ${personId}`;
    this.#tries.giveBack(seatKey(seat), SEAT, this.#tries.forgive(pairKey(seat, address), PAIR));
    this.#tries.forgive(ownKey(seat), OWN);
    await this.#tries.save();
  }

  /** What was tried at a seat is forgotten. */
  async forgiveSeat(sessionId: string, personId: string): Promise<void> {
    const seat = `${sessionId} ${personId}`;
    this.#tries.forgiveAll(pairKey(seat, ""));
    this.#tries.forgive(seatKey(seat), SEAT);
    this.#tries.forgive(ownKey(seat), OWN);
    await this.#tries.save();
  }

  /** Forgets what was tried at a seat and gives it, or it from one address, tries beyond every bound for a while. */
  async admit(sessionId: string, personId: string, address: string | null): Promise<void> {
    const now = this.#clock();
    for (const [key, { endsAt }] of this.#admitted) if (endsAt <= now) this.#admitted.delete(key);
    const [oldest] = this.#admitted.keys();
    if (this.#admitted.size >= MAX_ADMITTED && oldest !== undefined) this.#admitted.delete(oldest);
    const key = admissionKey(sessionId, personId, address);
    this.#admitted.set(key, { tries: ADMITTED.tries, endsAt: now + ADMITTED.forMs });
    await this.forgiveSeat(sessionId, personId);
  }

  /** What was tried at all seats of a session is forgotten: it is no more. */
  async forget(sessionId: string): Promise<void> {
    await this.opened();
    for (const key of this.#admitted.keys()) if (key.startsWith(`${sessionId} `)) this.#admitted.delete(key);
    for (const kind of ["pair", "seat", "own"]) this.#tries.forgiveAll(`pin ${kind} ${sessionId} `);
    this.#tries.forgive(sessionKey(sessionId), SESSION);
    await this.#tries.save();
  }

  #admissionOf({ sessionId, personId, address }: PinTry) {
    const now = this.#clock();
    return [address, null]
      .map((from) => this.#admitted.get(admissionKey(sessionId, personId, from)))
      .find((admission) => admission !== undefined && admission.tries > 0 && admission.endsAt > now);
  }
}

function boundsOf({ sessionId, personId, address, isKnownLaptop }: PinTry): [string, TryBound][] {
  const seat = `${sessionId} ${personId}`;
  if (isKnownLaptop) return [[ownKey(seat), OWN]];
  return [
    [pairKey(seat, address), PAIR],
    [seatKey(seat), SEAT],
    [`pin address ${address}`, ADDRESS],
    [sessionKey(sessionId), SESSION],
  ];
}

function sessionKey(sessionId: string): string {
  return `pin session ${sessionId}`;
}

function pairKey(seat: string, address: string): string {
  return `pin pair ${seat} ${address}`;
}

function seatKey(seat: string): string {
  return `pin seat ${seat}`;
}

function ownKey(seat: string): string {
  return `pin own ${seat}`;
}

function admissionKey(sessionId: string, personId: string, address: string | null): string {
  return [sessionId, personId, address ?? ""].join(" ");
}
