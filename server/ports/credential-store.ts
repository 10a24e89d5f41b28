/** Whom a token speaks for. */
export type Identity =
  | { readonly kind: "organiser" }
  | { readonly kind: "person"; readonly sessionId: string; readonly personId: string }
  | { readonly kind: "stage"; readonly sessionId: string };

/** The same text for the same identity, and for no other. */
export function identityKey(identity: Identity): string {
  return JSON.stringify([
    identity.kind,
    identity.kind === "organiser" ? null : identity.sessionId,
    identity.kind === "person" ? identity.personId : null,
  ]);
}

/** A token as it is kept; `hash` is its SHA-256, times are milliseconds since 1970 UTC. */
export interface KeptToken {
  readonly hash: string;
  readonly identity: Identity;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** What a token is given for, and what has to hold still in the moment it is stored. */
export type TokenGround =
  /** A secret was compared: the identity has been signed out as often as before the comparison. */
  | { readonly kind: "signIn"; readonly signOuts: number }
  /** The holder of another token asked: that token is there. */
  | { readonly kind: "token"; readonly hash: string };

/** Sign-in secrets. Tokens are known by their SHA-256 alone; hashes that are returned are those of tokens that ended. */
export interface CredentialStore {
  /**
   * Stores a token if its ground still holds, and forgets those that have expired when it is issued and the oldest of
   * its identity beyond `keepMost`. Returns what made room, or null where the ground no longer holds and nothing was done.
   */
  addToken(token: KeptToken, ground: TokenGround, keepMost: number): Promise<readonly string[] | null>;
  /** The token of this hash, unless it has expired at `now`. */
  findToken(hash: string, now: number): Promise<KeptToken | null>;
  /** The tokens of one identity that have not expired at `now`, oldest first. */
  tokensOf(identity: Identity, now: number): Promise<readonly KeptToken[]>;
  removeToken(hash: string): Promise<void>;
  /** Signs an identity out everywhere: removes every token and counts it, in one step. */
  signOut(identity: Identity): Promise<readonly string[]>;
  /** How often an identity has been signed out everywhere. */
  signOuts(identity: Identity): Promise<number>;
  /** The organiser's password as `scrypt$…`, or null before the first start. */
  passwordHash(): Promise<string | null>;
  /** Sets the password and signs the organiser out everywhere, in one step. */
  setPasswordHash(hash: string): Promise<readonly string[]>;
  /** Tells with which secret the data are kept, or null before one was named. */
  secretFingerprint(): Promise<string | null>;
  setSecretFingerprint(fingerprint: string): Promise<void>;
  /** How often each person of a session was given a new PIN; nobody who never was. */
  pinGenerations(sessionId: string): Promise<ReadonlyMap<string, number>>;
  /** Counts a person's PIN generation up by one, the first time to 1, and signs the person out everywhere, in one step. */
  nextPinGeneration(
    sessionId: string,
    personId: string,
  ): Promise<{ readonly generation: number; readonly ended: readonly string[] }>;
}
