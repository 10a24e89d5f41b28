import type { CredentialStore } from "../ports/credential-store.ts";
import type { AttemptLimiter, TryBound } from "./attempt-limiter.ts";
import type { ClientAddress } from "./client-address.ts";
import { isLaptopKey, laptopKey } from "./laptop-key.ts";
import { verifyPassword } from "./passwords.ts";
import type { SignIn, Tokens } from "./tokens.ts";

const MINUTE_MS = 60 * 1000;

const ADDRESS: TryBound = { burst: 10, refillMs: MINUTE_MS / 3 };
/** From all addresses together, the machine itself aside: the organiser can always get in there. */
const EVERYBODY: TryBound = { burst: 30, refillMs: MINUTE_MS };
/** From laptops that the organiser signed in from. */
const OWN: TryBound = { burst: 5, refillMs: 6 * MINUTE_MS };

/** What became of a try; a refused one was not looked at. */
export type PasswordVerdict =
  | { readonly kind: "right"; readonly laptopKey: string; readonly signIn: SignIn }
  | { readonly kind: "wrong" }
  | { readonly kind: "refused"; readonly waitMs: number };

export interface PasswordDoorParts {
  readonly credentials: CredentialStore;
  readonly tries: AttemptLimiter;
  readonly secret: Buffer;
  readonly tokens: Tokens;
}

/** The organiser's door. A try is counted, on disk, before the password is checked: checking is dear. */
export class PasswordDoor {
  readonly #parts: PasswordDoorParts;

  constructor(parts: PasswordDoorParts) {
    this.#parts = parts;
  }

  /** `offeredKey` is what this laptop kept. Rejects with `StorageError`. */
  async check(
    password: string,
    from: ClientAddress,
    offeredKey: string | undefined,
  ): Promise<PasswordVerdict> {
    const { credentials, tries, secret, tokens } = this.#parts;
    await tries.opened();
    const signIn = await tokens.beginSignIn({ kind: "organiser" });
    const hash = await credentials.passwordHash();
    if (hash === null) return { kind: "wrong" };
    const ownKey = laptopKey(secret, "organiser", hash);
    const isKnownLaptop = offeredKey !== undefined && isLaptopKey(offeredKey, ownKey);
    const bounds = boundsOf(from, isKnownLaptop);
    const waitMs = Math.max(...bounds.map(([key, bound]) => tries.waitMs(key, bound)));
    if (waitMs > 0) return { kind: "refused", waitMs };
    for (const [key, bound] of bounds) tries.count(key, bound);
    await tries.save();
    if (!(await verifyPassword(password, hash))) return { kind: "wrong" };
    for (const [key, bound] of bounds) {
      if (bound === EVERYBODY) tries.giveBack(key, bound, 1);
      else tries.forgive(key, bound);
    }
    await tries.save();
    return { kind: "right", laptopKey: ownKey, signIn };
  }
}

function boundsOf({ counted, isThisMachine }: ClientAddress, isKnownLaptop: boolean): [string, TryBound][] {
  if (isKnownLaptop) return [["password own", OWN]];
  const own: [string, TryBound] = [`password address ${counted}`, ADDRESS];
  return isThisMachine ? [own] : [own, ["password everybody", EVERYBODY]];
}
