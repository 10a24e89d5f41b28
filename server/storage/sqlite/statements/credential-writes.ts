import type Database from "better-sqlite3";
import type { Identity, TokenGround } from "../../../ports/credential-store.ts";
import { StorageError } from "../../../ports/storage-error.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";
import { FIND_SIGN_OUTS, PASSWORD_HASH, SECRET_FINGERPRINT } from "./credential-reads.ts";
import { columnsOf, holderOf, type IdentityColumns } from "./identity-columns.ts";

type CredentialWrites =
  | "credentials.addToken"
  | "credentials.removeToken"
  | "credentials.signOut"
  | "credentials.setPasswordHash"
  | "credentials.setSecretFingerprint"
  | "credentials.nextPinGeneration";

export function credentialWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, CredentialWrites> {
  const addToken = database.prepare<[string, ...IdentityColumns, number, number]>(
    `INSERT INTO tokens (hash, kind, session_id, person_id, issued_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const removeExpired = database.prepare<[number]>("DELETE FROM tokens WHERE expires_at <= ?");
  const removeToken = database.prepare<[string]>("DELETE FROM tokens WHERE hash = ?");
  const removeTokensOf = database
    .prepare<IdentityColumns, string>(
      "DELETE FROM tokens WHERE kind = ? AND session_id IS ? AND person_id IS ? RETURNING hash",
    )
    .pluck();
  // The new one stays whatever the clock says: only the others are weighed against it.
  const removeOldest = database
    .prepare<[...IdentityColumns, string, number], string>(
      `DELETE FROM tokens WHERE hash IN (
         SELECT hash FROM tokens WHERE kind = ? AND session_id IS ? AND person_id IS ? AND hash <> ?
         ORDER BY issued_at DESC, hash DESC LIMIT -1 OFFSET ?)
       RETURNING hash`,
    )
    .pluck();
  const findToken = database.prepare<[string], number>("SELECT 1 FROM tokens WHERE hash = ?").pluck();
  const findSignOuts = database.prepare<[string], number>(FIND_SIGN_OUTS).pluck();
  const countSignOut = database.prepare<[string]>(
    "INSERT INTO sign_outs (holder, count) VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
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

  const holds = (ground: TokenGround, identity: Identity) =>
    ground.kind === "token"
      ? findToken.get(ground.hash) !== undefined
      : ground.signOuts === (findSignOuts.get(holderOf(identity)) ?? 0);
  const signOut = (identity: Identity) => {
    countSignOut.run(holderOf(identity));
    return removeTokensOf.all(...columnsOf(identity));
  };

  return {
    "credentials.addToken": ({ token, ground, keepMost }) => {
      const { hash, identity, issuedAt, expiresAt } = token;
      if (!holds(ground, identity)) return null;
      removeExpired.run(issuedAt);
      addToken.run(hash, ...columnsOf(identity), issuedAt, expiresAt);
      return removeOldest.all(...columnsOf(identity), hash, keepMost - 1);
    },
    "credentials.removeToken": ({ hash }) => {
      removeToken.run(hash);
      return null;
    },
    "credentials.signOut": ({ identity }) => signOut(identity),
    "credentials.setPasswordHash": ({ hash }) => {
      putSetting.run(PASSWORD_HASH, hash);
      return signOut({ kind: "organiser" });
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
      return { generation, ended: signOut({ kind: "person", sessionId, personId }) };
    },
  };
}
