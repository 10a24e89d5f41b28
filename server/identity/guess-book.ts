import type { Log } from "../ports/log.ts";

/** What was tried in vain at one seat from one address. */
interface SeatGuesses {
  wrong: number;
  /** Not checked, because too many were. */
  refused: number;
  lastAt: number;
}

interface AddressGuesses extends SeatGuesses {
  readonly sessionId: string;
  readonly address: string;
  /** By person, the one tried last coming last. */
  readonly people: Map<string, SeatGuesses>;
  loggedAt: number;
}

/** One address that guesses in a session, as staff are told. */
export interface Guesser {
  readonly address: string;
  readonly wrong: number;
  readonly refused: number;
  /** Seats tried, as far as they are remembered. */
  readonly seats: number;
  /** Milliseconds since 1970 UTC. */
  readonly lastAt: number;
  /** The seats tried last, latest first. */
  readonly people: readonly (Readonly<SeatGuesses> & { readonly personId: string })[];
}

export interface GuessBookParts {
  readonly clock: () => number;
  readonly log: Log;
  /** Told at most every two seconds a session while somebody guesses. */
  readonly onGuesses: (sessionId: string) => void;
}

/** A mistyped PIN is no news; as many from one address, by people who did not get in since, are. */
const NEWS_FROM_WRONG = 10;
const KEPT_MS = 60 * 60 * 1000;
const LOG_EVERY_MS = 60 * 1000;
const LOG_LINES_A_MINUTE = 20;
const TELL_EVERY_MS = 2_000;
const MAX_ADDRESSES = 500;
const MAX_SEATS_AN_ADDRESS = 100;
const SHOWN = { addresses: 50, seats: 20 } as const;

/** Who tries PINs in vain, for staff and for the log. In memory alone: what counts is counted elsewhere. */
export class GuessBook {
  readonly #parts: GuessBookParts;
  /** By session and address, the one heard of last coming last. */
  readonly #entries = new Map<string, AddressGuesses>();
  readonly #toldAts = new Map<string, number>();
  #logged = { sinceMs: Number.NEGATIVE_INFINITY, lines: 0 };

  constructor(parts: GuessBookParts) {
    this.#parts = parts;
  }

  /** Somebody tried in vain. */
  note(sessionId: string, personId: string, address: string, outcome: "wrong" | "refused"): void {
    const now = this.#parts.clock();
    const key = `${sessionId} ${address}`;
    const entry = this.#entries.get(key) ?? newEntry(sessionId, address);
    const seat = entry.people.get(personId) ?? { wrong: 0, refused: 0, lastAt: now };
    for (const counts of [entry, seat]) {
      counts[outcome] += 1;
      counts.lastAt = now;
    }
    putLast(entry.people, personId, seat, MAX_SEATS_AN_ADDRESS);
    putLast(this.#entries, key, entry, MAX_ADDRESSES);
    if (!isNews(entry)) return;
    this.#log(entry, now);
    this.#tell(sessionId, now);
  }

  /** Whoever sat at `address` knew the PIN, or staff know about it: without `address`, for the seat everywhere. */
  settle(sessionId: string, personId: string, address: string | null): void {
    for (const [key, entry] of this.#entriesAt(sessionId, address)) {
      const seat = entry.people.get(personId);
      if (seat === undefined) continue;
      entry.people.delete(personId);
      entry.wrong -= seat.wrong;
      entry.refused -= seat.refused;
      if (entry.people.size === 0) this.#entries.delete(key);
    }
  }

  /** The session is no more. */
  forget(sessionId: string): void {
    for (const [key] of this.#entriesAt(sessionId, null)) this.#entries.delete(key);
    this.#toldAts.delete(sessionId);
  }

  /** The addresses that guess in a session, latest first. */
  list(sessionId: string): Guesser[] {
    const now = this.#parts.clock();
    for (const [key, { lastAt }] of this.#entries)
      if (!isWithin(KEPT_MS, lastAt, now)) this.#entries.delete(key);
    return [...this.#entries.values()]
      .filter((entry) => entry.sessionId === sessionId && isNews(entry))
      .reverse()
      .slice(0, SHOWN.addresses)
      .map(({ address, wrong, refused, lastAt, people }) => {
        const latest = [...people].reverse().slice(0, SHOWN.seats);
        const seats = people.size;
        const shown = latest.map(([personId, counts]) => ({ personId, ...counts }));
        return { address, wrong, refused, lastAt, seats, people: shown };
      });
  }

  #entriesAt(sessionId: string, address: string | null): [string, AddressGuesses][] {
    if (address === null) return [...this.#entries].filter(([, entry]) => entry.sessionId === sessionId);
    const key = `${sessionId} ${address}`;
    const entry = this.#entries.get(key);
    return entry === undefined ? [] : [[key, entry]];
  }

  #log(entry: AddressGuesses, now: number): void {
    if (isWithin(LOG_EVERY_MS, entry.loggedAt, now)) return;
    if (!isWithin(LOG_EVERY_MS, this.#logged.sinceMs, now)) this.#logged = { sinceMs: now, lines: 0 };
    if (this.#logged.lines >= LOG_LINES_A_MINUTE) return;
    this.#logged.lines += 1;
    entry.loggedAt = now;
    const { address, sessionId, wrong, refused, people } = entry;
    this.#parts.log("PINs are being guessed", { address, sessionId, wrong, refused, seats: people.size });
  }

  #tell(sessionId: string, now: number): void {
    if (isWithin(TELL_EVERY_MS, this.#toldAts.get(sessionId) ?? Number.NEGATIVE_INFINITY, now)) return;
    putLast(this.#toldAts, sessionId, now, MAX_ADDRESSES);
    this.#parts.onGuesses(sessionId);
  }
}

function newEntry(sessionId: string, address: string): AddressGuesses {
  const counts = { wrong: 0, refused: 0, lastAt: 0 };
  return { sessionId, address, ...counts, people: new Map(), loggedAt: Number.NEGATIVE_INFINITY };
}

function isNews({ wrong, refused }: AddressGuesses): boolean {
  return refused > 0 || wrong >= NEWS_FROM_WRONG;
}

/** A clock that was set back ends the time. */
function isWithin(timeMs: number, sinceMs: number, now: number): boolean {
  return Math.abs(now - sinceMs) < timeMs;
}

/** Puts a value last and drops the first where there are too many. */
function putLast<K, V>(map: Map<K, V>, key: K, value: V, max: number): void {
  map.delete(key);
  map.set(key, value);
  const [first] = map.keys();
  if (map.size > max && first !== undefined) map.delete(first);
}
