import type Database from "better-sqlite3";
import type { Identity } from "../../../ports/credential-store.ts";
import { StorageError } from "../../../ports/storage-error.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";
import { PASSWORD_HASH, SECRET_FINGERPRINT } from "./credential-reads.ts";

type CredentialWrites =
  | "credentials.addToken"
  | "credentials.removeToken"
  | "credentials.removeTokensOf"
  | "credentials.setPasswordHash"
  | "credentials.setSecretFingerprint"
  | "credentials.nextPinGeneration";

export function credentialWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, CredentialWrites> {
  const addToken = database.prepare<[string, string, string | null, string | null, number]>(
    "INSERT INTO tokens (hash, kind, session_id, person_id, expires_at) VALUES (?, ?, ?, ?, ?)",
  );
  const removeExpired = database.prepare<[number]>("DELETE FROM tokens WHERE expires_at <= ?");
  const removeToken = database.prepare<[string]>("DELETE FROM tokens WHERE hash = ?");
  const removeTokensOf = database.prepare<[string, string | null, string | null]>(
    "DELETE FROM tokens WHERE kind = ? AND session_id IS ? AND person_id IS ?",
  );
  const putSetting = database.prepare<[string, string]>(
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  );
  const countPin = database
    .prepare<[string, string], number>(
      `INSERT INTO pin_generations (session_id, person_id, generation) VALUES (?, ?, 1)
       ON CONFLICT DO UPDATE SET generation = generation + 1 RETURNING generation`,
    )
    .pluck();

  return {
    "credentials.addToken": ({ hash, identity, expiresAt, now }) => {
      removeExpired.run(now);
      addToken.run(hash, ...columnsOf(identity), expiresAt);
      return null;
    },
    "credentials.removeToken": ({ hash }) => {
      removeToken.run(hash);
      return null;
    },
    "credentials.removeTokensOf": ({ identity }) => {
      removeTokensOf.run(...columnsOf(identity));
      return null;
    },
    "credentials.setPasswordHash": ({ hash }) => {
      putSetting.run(PASSWORD_HASH, hash);
      return null;
    },
    "credentials.setSecretFingerprint": ({ fingerprint }) => {
      putSetting.run(SECRET_FINGERPRINT, fingerprint);
      return null;
    },
    "credentials.nextPinGeneration": ({ sessionId, personId }) => {
      const generation = countPin.get(sessionId, personId);
      if (generation === undefined) {
        throw new StorageError("the PIN generation was not counted", { retryable: false });
      }
      return generation;
    },
  };
}

/** The columns `kind`, `session_id` and `person_id`. */
function columnsOf(identity: Identity): [string, string | null, string | null] {
  const sessionId = identity.kind === "organiser" ? null : identity.sessionId;
  return [identity.kind, sessionId, identity.kind === "person" ? identity.personId : null];
}
