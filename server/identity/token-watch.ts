import type { TokenStay } from "../ports/token-stay.ts";

interface Watched {
  /** Milliseconds since 1970 UTC; null until the store has been asked. */
  expiresAt: number | null;
  readonly stays: Set<Stay>;
}

class Stay implements TokenStay {
  isOver = false;
  readonly leave: () => void;
  private act: (() => void) | null = null;

  constructor(leave: (stay: Stay) => void) {
    this.leave = () => leave(this);
  }

  onEnd(act: () => void): void {
    if (this.isOver) act();
    else this.act = act;
  }

  end(): void {
    this.isOver = true;
    this.act?.();
  }
}

/** Everybody who stays on a token, by the token's hash; each is told when it ends. */
export class TokenWatch {
  private readonly watched = new Map<string, Watched>();

  /** Begins before the store is asked about the token, so that no end falls between the answer and the open door. */
  stayOn(hash: string): TokenStay {
    const known = this.watched.get(hash) ?? { expiresAt: null, stays: new Set() };
    this.watched.set(hash, known);
    const stay = new Stay((leaving) => {
      known.stays.delete(leaving);
      if (known.stays.size === 0 && this.watched.get(hash) === known) this.watched.delete(hash);
    });
    known.stays.add(stay);
    return stay;
  }

  /** How many stay on a token. */
  count(hash: string): number {
    return this.watched.get(hash)?.stays.size ?? 0;
  }

  /** When a token expires, for those who stay on it. */
  learn(hash: string, expiresAt: number): void {
    const known = this.watched.get(hash);
    if (known !== undefined) known.expiresAt = expiresAt;
  }

  end(hash: string): void {
    const known = this.watched.get(hash);
    this.watched.delete(hash);
    for (const stay of known?.stays ?? []) stay.end();
  }

  /** Ends what has expired at `now`. */
  endExpired(now: number): void {
    for (const [hash, { expiresAt }] of this.watched) {
      if (expiresAt !== null && expiresAt <= now) this.end(hash);
    }
  }
}
