/**
 * Who does something. `system` is the server itself, acting on an HTTP call it has judged;
 * `stage` is the projector's page: it reads what everyone may read.
 */
export type Actor =
  | { readonly kind: "organiser" }
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "stage" }
  | { readonly kind: "system" };

/** Stands where who did something is not recorded. */
export const NOBODY = "nobody";

export function actorId(actor: Actor): string {
  return actor.kind === "person" ? actor.personId : actor.kind;
}
