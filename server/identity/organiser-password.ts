import type { CredentialStore } from "../ports/credential-store.ts";
import { hashPassword, newPassword, verifyPassword } from "./passwords.ts";

interface PreparedPassword {
  /** The password to tell on the terminal: only the one made at the very first start. */
  readonly told: string | null;
  /**
   * Stores what has changed; called once nothing can keep the server from telling it. Resolves to the hashes of the
   * tokens that ended: who signed in with another password is out.
   */
  readonly store: () => Promise<readonly string[]>;
}

/** The organiser's password for this start: `wanted` where it is given, else the known one, else a new one. */
export async function preparePassword(
  credentials: CredentialStore,
  wanted: string | undefined,
): Promise<PreparedPassword> {
  const known = await credentials.passwordHash();
  const stays = known !== null && (wanted === undefined || (await verifyPassword(wanted, known)));
  if (stays) return { told: null, store: async () => [] };
  const password = wanted ?? newPassword();
  const hash = await hashPassword(password);
  const store = () => credentials.setPasswordHash(hash);
  return { told: wanted === undefined ? password : null, store };
}
