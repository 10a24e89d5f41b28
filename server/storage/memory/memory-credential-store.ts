import type { CredentialStore, Identity, KeptToken } from "../../ports/credential-store.ts";
import { StorageError } from "../../ports/storage-error.ts";
import type { CheckOpen } from "./check-open.ts";

/** Copies what comes in and what goes out, as a store on disk does. */
export function memoryCredentialStore(
  checkOpen: CheckOpen,
): CredentialStore & { forget(sessionId: string): string[] } {
  const tokens = new Map<string, KeptToken>();
  /** By `keyOf` an identity. */
  const signOuts = new Map<string, number>();
  /** By session, then by person. */
  const pins = new Map<string, Map<string, number>>();
  let password: string | null = null;
  let fingerprint: string | null = null;

  const tokensOf = (identity: Identity) => {
    const own = [...tokens.values()].filter((token) => keyOf(token.identity) === keyOf(identity));
    return own.sort((one, other) => one.issuedAt - other.issuedAt || (one.hash < other.hash ? -1 : 1));
  };
  const end = (ended: readonly KeptToken[]) => {
    for (const { hash } of ended) tokens.delete(hash);
    return ended.map(({ hash }) => hash);
  };
  const signOut = (identity: Identity) => {
    signOuts.set(keyOf(identity), (signOuts.get(keyOf(identity)) ?? 0) + 1);
    return end(tokensOf(identity));
  };

  return {
    forget: (sessionId) => {
      const isOfSession = (identity: Identity) =>
        identity.kind !== "organiser" && identity.sessionId === sessionId;
      const ended = end([...tokens.values()].filter((token) => isOfSession(token.identity)));
      for (const holder of signOuts.keys()) if (isOf(sessionId, holder)) signOuts.delete(holder);
      pins.delete(sessionId);
      return ended.sort();
    },
    async addToken(token, ground, keepMost) {
      checkOpen();
      const { hash, identity, issuedAt } = token;
      const holds =
        ground.kind === "token"
          ? tokens.has(ground.hash)
          : ground.signOuts === (signOuts.get(keyOf(identity)) ?? 0);
      if (!holds) return null;
      for (const [old, { expiresAt }] of tokens) if (expiresAt <= issuedAt) tokens.delete(old);
      if (tokens.has(hash)) throw new StorageError("the token is there already", { retryable: false });
      const others = tokensOf(identity);
      tokens.set(hash, structuredClone(token));
      return end(others.slice(0, Math.max(0, others.length + 1 - keepMost)));
    },
    async findToken(hash, now) {
      checkOpen();
      const token = tokens.get(hash);
      return token !== undefined && token.expiresAt > now ? structuredClone(token) : null;
    },
    async tokensOf(identity, now) {
      checkOpen();
      return structuredClone(tokensOf(identity).filter(({ expiresAt }) => expiresAt > now));
    },
    async removeToken(hash) {
      checkOpen();
      tokens.delete(hash);
    },
    async signOut(identity) {
      checkOpen();
      return signOut(identity);
    },
    async signOuts(identity) {
      checkOpen();
      return signOuts.get(keyOf(identity)) ?? 0;
    },
    async passwordHash() {
      checkOpen();
      return password;
    },
    async setPasswordHash(hash) {
      checkOpen();
      password = hash;
      return signOut({ kind: "organiser" });
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
      return { generation, ended: signOut({ kind: "person", sessionId, personId }) };
    },
  };
}

function keyOf(identity: Identity): string {
  if (identity.kind === "organiser") return identity.kind;
  return JSON.stringify([identity.kind, identity.sessionId, identity.kind === "person" && identity.personId]);
}

/** Whether `keyOf` made a key of somebody of a session. */
function isOf(sessionId: string, key: string): boolean {
  return key.startsWith("[") && (JSON.parse(key) as unknown[])[1] === sessionId;
}
