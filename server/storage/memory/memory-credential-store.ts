import { type CredentialStore, type Identity, isSameIdentity } from "../../ports/credential-store.ts";
import { StorageError } from "../../ports/storage-error.ts";
import type { CheckOpen } from "./check-open.ts";

/** Copies what comes in and what goes out, as a store on disk does. */
export function memoryCredentialStore(checkOpen: CheckOpen): CredentialStore {
  const tokens = new Map<string, { readonly identity: Identity; readonly expiresAt: number }>();
  /** By session, then by person. */
  const pins = new Map<string, Map<string, number>>();
  let password: string | null = null;
  let fingerprint: string | null = null;

  return {
    async addToken(hash, identity, { expiresAt, now }) {
      checkOpen();
      for (const [old, token] of tokens) if (token.expiresAt <= now) tokens.delete(old);
      if (tokens.has(hash)) throw new StorageError("the token is there already", { retryable: false });
      tokens.set(hash, { identity: structuredClone(identity), expiresAt });
    },
    async findToken(hash, now) {
      checkOpen();
      const token = tokens.get(hash);
      return token !== undefined && token.expiresAt > now ? structuredClone(token.identity) : null;
    },
    async removeToken(hash) {
      checkOpen();
      tokens.delete(hash);
    },
    async removeTokensOf(identity) {
      checkOpen();
      for (const [hash, token] of tokens) if (isSameIdentity(token.identity, identity)) tokens.delete(hash);
    },
    async passwordHash() {
      checkOpen();
      return password;
    },
    async setPasswordHash(hash) {
      checkOpen();
      password = hash;
    },
    async secretFingerprint() {
      checkOpen();
      return fingerprint;
    },
    async setSecretFingerprint(given) {
      checkOpen();
      fingerprint = given;
    },
    async pinGenerations(sessionId) {
      checkOpen();
      return new Map(pins.get(sessionId));
    },
    async nextPinGeneration(sessionId, personId) {
      checkOpen();
      const ofSession = pins.get(sessionId) ?? new Map<string, number>();
      const generation = (ofSession.get(personId) ?? 0) + 1;
      pins.set(sessionId, ofSession.set(personId, generation));
      return generation;
    },
  };
}
