import type { Identity } from "../../../ports/credential-store.ts";

/** The columns `kind`, `session_id` and `person_id`. */
export type IdentityColumns = [kind: string, sessionId: string | null, personId: string | null];

export function columnsOf(identity: Identity): IdentityColumns {
  const sessionId = identity.kind === "organiser" ? null : identity.sessionId;
  return [identity.kind, sessionId, identity.kind === "person" ? identity.personId : null];
}

/** As the table's checks allow it: which ids a kind has is decided there. */
export type IdentityRow =
  | { readonly kind: "organiser"; readonly sessionId: null; readonly personId: null }
  | { readonly kind: "person"; readonly sessionId: string; readonly personId: string }
  | { readonly kind: "stage"; readonly sessionId: string; readonly personId: null };

export function identityOf(row: IdentityRow): Identity {
  switch (row.kind) {
    case "organiser":
      return { kind: "organiser" };
    case "person":
      return { kind: "person", sessionId: row.sessionId, personId: row.personId };
    case "stage":
      return { kind: "stage", sessionId: row.sessionId };
  }
}

/** Those of `sign_outs` who are of one session, as pairs of bounds: the first is within, the second beyond. */
export function holdersOf(sessionId: string): [string, string][] {
  return (["person", "stage"] as const).map((kind) => {
    const begin = JSON.stringify([kind, sessionId]).slice(0, -1);
    return [`${begin},`, `${begin}-`];
  });
}

/** What `sign_outs` knows an identity by. */
export function holderOf(identity: Identity): string {
  return JSON.stringify(columnsOf(identity));
}
