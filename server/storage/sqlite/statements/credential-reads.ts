import type Database from "better-sqlite3";
import type { KeptToken } from "../../../ports/credential-store.ts";
import type { Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";
import {
  columnsOf,
  holderOf,
  type IdentityColumns,
  type IdentityRow,
  identityOf,
} from "./identity-columns.ts";

type CredentialReads =
  | "credentials.findToken"
  | "credentials.tokensOf"
  | "credentials.signOuts"
  | "credentials.passwordHash"
  | "credentials.secretFingerprint"
  | "credentials.pinGenerations";

type TokenRow = IdentityRow & Omit<KeptToken, "identity">;

const TOKEN_COLUMNS =
  "hash, kind, session_id AS sessionId, person_id AS personId, issued_at AS issuedAt, expires_at AS expiresAt";

/** Name of the setting that holds the organiser's password hash. */
export const PASSWORD_HASH = "organiser_password_hash";
/** Name of the setting that tells which secret the data are kept with. */
export const SECRET_FINGERPRINT = "secret_fingerprint";

/** How often the holder given was signed out everywhere; no row for who never was. */
export const FIND_SIGN_OUTS = "SELECT count FROM sign_outs WHERE holder = ?";

export function credentialReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, CredentialReads> {
  const findToken = database.prepare<[string, number], TokenRow>(
    `SELECT ${TOKEN_COLUMNS} FROM tokens WHERE hash = ? AND expires_at > ?`,
  );
  const findTokensOf = database.prepare<[...IdentityColumns, number], TokenRow>(
    `SELECT ${TOKEN_COLUMNS} FROM tokens
     WHERE kind = ? AND session_id IS ? AND person_id IS ? AND expires_at > ? ORDER BY issued_at, hash`,
  );
  const findSignOuts = database.prepare<[string], number>(FIND_SIGN_OUTS).pluck();
  const findSetting = database.prepare<[string], string>("SELECT value FROM settings WHERE name = ?").pluck();
  const findPins = database
    .prepare<[string], [string, number]>(
      "SELECT person_id, generation FROM pin_generations WHERE session_id = ?",
    )
    .raw();

  return {
    "credentials.findToken": ({ hash, now }) => {
      const row = findToken.get(hash, now);
      return row === undefined ? null : tokenOf(row);
    },
    "credentials.tokensOf": ({ identity, now }) => findTokensOf.all(...columnsOf(identity), now).map(tokenOf),
    "credentials.signOuts": ({ identity }) => findSignOuts.get(holderOf(identity)) ?? 0,
    "credentials.passwordHash": () => findSetting.get(PASSWORD_HASH) ?? null,
    "credentials.secretFingerprint": () => findSetting.get(SECRET_FINGERPRINT) ?? null,
    "credentials.pinGenerations": ({ sessionId }) => new Map(findPins.all(sessionId)),
  };
}

function tokenOf(row: TokenRow): KeptToken {
  const { hash, issuedAt, expiresAt } = row;
  return { hash, identity: identityOf(row), issuedAt, expiresAt };
}
