import { createHash, randomBytes } from "node:crypto";
import { type CredentialStore, type Identity, isSameIdentity } from "../ports/credential-store.ts";

const TOKEN_BYTES = 24;
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const CACHE_MAX = 5_000;
const CACHE_MS = 5 * 60 * 1000;

/** Whether who signed in as `identity` with `token` is signed out. */
export type IsGone = (identity: Identity, token: string) => boolean;

/** Tokens: 192 random bits to the holder, their SHA-256 to the store. */
export class Tokens {
  private readonly store: CredentialStore;
  private readonly clock: () => number;
  /** Told after every withdrawal, to end what is open. */
  private readonly onWithdrawn: (isGone: IsGone) => void;
  /** Identities found lately, so that a reconnecting room does not ask the store a thousand times. */
  private readonly cache = new Map<string, { identity: Identity; expiresAt: number }>();
  private withdrawals = 0;

  constructor(store: CredentialStore, clock: () => number, onWithdrawn: (isGone: IsGone) => void) {
    this.store = store;
    this.clock = clock;
    this.onWithdrawn = onWithdrawn;
  }

  async issue(identity: Identity): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const now = this.clock();
    await this.store.addToken(hashOf(token), identity, { expiresAt: now + LIFETIME_MS, now });
    return token;
  }

  /** Whom the token speaks for; null for a token nobody issued, that was withdrawn, or that is too old. */
  async identify(token: string | undefined): Promise<Identity | null> {
    if (token === undefined) return null;
    const hash = hashOf(token);
    const now = this.clock();
    const cached = this.cache.get(hash);
    if (cached !== undefined && cached.expiresAt > now) return cached.identity;
    const { withdrawals } = this;
    const identity = await this.store.findToken(hash, now);
    // What was withdrawn while the store was asked must not be remembered.
    if (identity !== null && withdrawals === this.withdrawals) this.remember(hash, identity, now);
    return identity;
  }

  /** Signs the holder of one token out. */
  async withdraw(token: string): Promise<void> {
    await this.store.removeToken(hashOf(token));
    this.forget((_identity, other) => other === token);
  }

  /** Signs an identity out everywhere. */
  async withdrawAll(identity: Identity): Promise<void> {
    await this.store.removeTokensOf(identity);
    this.forget((other) => isSameIdentity(other, identity));
  }

  private forget(isGone: IsGone): void {
    this.withdrawals += 1;
    this.cache.clear();
    this.onWithdrawn(isGone);
  }

  private remember(hash: string, identity: Identity, now: number): void {
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(hash, { identity, expiresAt: now + CACHE_MS });
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
