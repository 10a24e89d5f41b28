/** Whom a token speaks for. */
export type Identity =
  | { readonly kind: "organiser" }
  | { readonly kind: "person"; readonly sessionId: string; readonly personId: string }
  | { readonly kind: "stage"; readonly sessionId: string };

export function isSameIdentity(one: Identity, other: Identity): boolean {
  return identityKey(one) === identityKey(other);
}

/** The same text for the same identity, and for no other. */
export function identityKey(identity: Identity): string {
  return JSON.stringify([
    identity.kind,
    identity.kind === "organiser" ? null : identity.sessionId,
    identity.kind === "person" ? identity.personId : null,
  ]);
}

/** Sign-in secrets. Tokens are known by their SHA-256 alone. */
export interface CredentialStore {
  /** Stores a token's hash and forgets those that have expired at `now`; times in milliseconds since 1970 UTC. */
  addToken(hash: string, identity: Identity, times: { expiresAt: number; now: number }): Promise<void>;
  /** The identity behind a token that has not expired at `now`. */
  findToken(hash: string, now: number): Promise<Identity | null>;
  removeToken(hash: string): Promise<void>;
  /** Removes every token of one identity. */
  removeTokensOf(identity: Identity): Promise<void>;
  /** The organiser's password as `scrypt$…`, or null before the first start. */
  passwordHash(): Promise<string | null>;
  setPasswordHash(hash: string): Promise<void>;
  /** Tells with which secret the data are kept, or null before one was named. */
  secretFingerprint(): Promise<string | null>;
  setSecretFingerprint(fingerprint: string): Promise<void>;
  /** How often each person of a session was given a new PIN; nobody who never was. */
  pinGenerations(sessionId: string): Promise<ReadonlyMap<string, number>>;
  /** Counts a person's PIN generation up by one and returns it; the first call gives 1. */
  nextPinGeneration(sessionId: string, personId: string): Promise<number>;
}
