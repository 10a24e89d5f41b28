import type { Actor } from "../../shared/domain/actor.ts";
import type { Identity } from "../ports/credential-store.ts";

/** Who an identity is to a session; null when it belongs to another one. */
export function actorOf(identity: Identity, sessionId: string): Actor | null {
  if (identity.kind === "organiser") return { kind: "organiser" };
  if (identity.sessionId !== sessionId) return null;
  return identity.kind === "stage" ? { kind: "stage" } : { kind: "person", personId: identity.personId };
}
