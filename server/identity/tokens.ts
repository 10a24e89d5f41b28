import { createHash, randomBytes } from "node:crypto";
import type { CredentialStore, Identity } from "../ports/credential-store.ts";

const TOKEN_BYTES = 24;
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/** Tokens: 192 random bits to the holder, their SHA-256 to the store. */
export class Tokens {
  private readonly store: CredentialStore;
  private readonly clock: () => number;
  /** Identities found lately, so that a reconnecting room does not ask the store a thousand times. */
  private readonly cache = new Map<string, { identity: Identity; expiresAt: number }>();

  constructor(store: CredentialStore, clock: () => number) {
    this.store = store;
    this.clock = clock;
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
    const identity = await this.store.findToken(hash, now);
    if (identity !== null) this.remember(hash, identity, now);
    return identity;
  }

  async withdraw(token: string): Promise<void> {
    const hash = hashOf(token);
    this.cache.delete(hash);
    await this.store.removeToken(hash);
  }

  private remember(hash: string, identity: Identity, now: number): void {
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(hash, { identity, expiresAt: now + CACHE_MS });
  }
}

const CACHE_MAX = 5_000;
const CACHE_MS = 5 * 60 * 1000;

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
