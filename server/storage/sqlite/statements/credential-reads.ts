import type Database from "better-sqlite3";
import type { Identity } from "../../../ports/credential-store.ts";
import type { Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";

type CredentialReads =
  | "credentials.findToken"
  | "credentials.passwordHash"
  | "credentials.secretFingerprint"
  | "credentials.pinGenerations";

/** As the table's checks allow it: which ids a kind has is decided there. */
type TokenRow =
  | { kind: "organiser"; sessionId: null; personId: null }
  | { kind: "person"; sessionId: string; personId: string }
  | { kind: "stage"; sessionId: string; personId: null };

/** Name of the setting that holds the organiser's password hash. */
export const PASSWORD_HASH = "organiser_password_hash";
/** Name of the setting that tells which secret the data are kept with. */
export const SECRET_FINGERPRINT = "secret_fingerprint";

export function credentialReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, CredentialReads> {
  const findToken = database.prepare<[string, number], TokenRow>(
    `SELECT kind, session_id AS sessionId, person_id AS personId FROM tokens
     WHERE hash = ? AND expires_at > ?`,
  );
  const findSetting = database.prepare<[string], string>("SELECT value FROM settings WHERE name = ?").pluck();
  const findPins = database
    .prepare<[string], [string, number]>(
      "SELECT person_id, generation FROM pin_generations WHERE session_id = ?",
    )
    .raw();

  return {
    "credentials.findToken": ({ hash, now }) => {
      const row = findToken.get(hash, now);
      return row === undefined ? null : identityOf(row);
    },
    "credentials.passwordHash": () => findSetting.get(PASSWORD_HASH) ?? null,
    "credentials.secretFingerprint": () => findSetting.get(SECRET_FINGERPRINT) ?? null,
    "credentials.pinGenerations": ({ sessionId }) => new Map(findPins.all(sessionId)),
  };
}

function identityOf(row: TokenRow): Identity {
  switch (row.kind) {
    case "organiser":
      return { kind: "organiser" };
    case "person":
      return { kind: "person", sessionId: row.sessionId, personId: row.personId };
    case "stage":
      return { kind: "stage", sessionId: row.sessionId };
  }
}
