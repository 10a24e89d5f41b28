import type { GuessBook, Guesser } from "./guess-book.ts";
import { isLaptopKey } from "./laptop-key.ts";
import type { PinAttempts, PinTry } from "./pin-attempts.ts";
import type { Pins } from "./pins.ts";
import type { SignIn, Tokens } from "./tokens.ts";

/** What became of a try; a refused one was not looked at. */
export type PinVerdict =
  | { readonly kind: "right"; readonly laptopKey: string; readonly signIn: SignIn }
  | { readonly kind: "wrong" }
  | { readonly kind: "refused"; readonly waitMs: number };

interface Knock extends Omit<PinTry, "isKnownLaptop"> {
  readonly pin: string;
  /** What the laptop kept when somebody got in at this seat, if it did. */
  readonly laptopKey: string | undefined;
}

/** Entering by PIN: checked within bounds, and told to staff where somebody guesses. */
export class PinDoor {
  readonly #pins: Pins;
  readonly #attempts: PinAttempts;
  readonly #book: GuessBook;
  readonly #tokens: Tokens;

  constructor(parts: { pins: Pins; attempts: PinAttempts; book: GuessBook; tokens: Tokens }) {
    this.#tokens = parts.tokens;
    this.#pins = parts.pins;
    this.#attempts = parts.attempts;
    this.#book = parts.book;
  }

  /**
   * Checks a PIN. Only wrong ones count, so people of one hall who all come at once stand in nobody's way; and they count
   * before the answer is given, on disk. Rejects with `StorageError`.
   */
  async check({ pin, laptopKey, ...seat }: Knock): Promise<PinVerdict> {
    const { sessionId, personId } = seat;
    await this.#attempts.opened();
    // A flood is turned away before the store is asked.
    if (laptopKey === undefined && this.#attempts.waitMs({ ...seat, isKnownLaptop: false }) > 0) {
      return this.#refuse({ ...seat, isKnownLaptop: false });
    }
    const signIn = await this.#tokens.beginSignIn({ kind: "person", sessionId, personId });
    const ownKey = await this.#pins.laptopKey(sessionId, personId);
    const isKnownLaptop = laptopKey !== undefined && isLaptopKey(laptopKey, ownKey);
    const tried: PinTry = { ...seat, isKnownLaptop };
    const isRight = await this.#pins.matches(sessionId, personId, pin);
    // From here to the count nothing waits: of two tries at once the second finds the first counted.
    if (this.#attempts.waitMs(tried) > 0) return this.#refuse(tried);
    if (!isRight) {
      const counted = this.#attempts.countWrong(tried);
      this.#book.note(sessionId, personId, tried.address, "wrong");
      await counted;
      return { kind: "wrong" };
    }
    await this.#attempts.forgive(tried);
    this.#book.settle(sessionId, personId, tried.address);
    return { kind: "right", laptopKey: ownKey, signIn };
  }

  /** Gives a seat another PIN, as `Pins` does; what was tried at the old one is forgotten, and laptops are strangers again. */
  async renew(sessionId: string, personId: string): ReturnType<Pins["renew"]> {
    const renewed = await this.#pins.renew(sessionId, personId);
    await this.#attempts.opened();
    await this.#attempts.forgiveSeat(sessionId, personId);
    return renewed;
  }

  /** Staff know who it is: five tries beyond the bounds for ten minutes, from `address` or, where null, from anywhere. */
  async admit(sessionId: string, personId: string, address: string | null): Promise<void> {
    await this.#attempts.opened();
    await this.#attempts.admit(sessionId, personId, address);
    this.#book.settle(sessionId, personId, address);
  }

  /** Who tries PINs of a session in vain. */
  guesses(sessionId: string): Guesser[] {
    return this.#book.list(sessionId);
  }

  #refuse(tried: PinTry): PinVerdict {
    this.#book.note(tried.sessionId, tried.personId, tried.address, "refused");
    return { kind: "refused", waitMs: this.#attempts.waitMs(tried) };
  }
}
