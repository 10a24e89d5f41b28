import type { Command } from "../protocol/commands/command.ts";
import type { SessionState } from "./state.ts";

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

/** The actor's name in journal and records: nobody's, for what an asker does where askers are never recorded. */
export function recordedActorId(actor: Actor, command: Command, state: SessionState): string {
  const isNever = state.session()?.settings.anonymity === "never";
  const isAskers =
    command.type === "question.ask" ||
    ((command.type === "question.rate" || command.type === "followup.clear") &&
      command.followId !== undefined);
  return isNever && isAskers ? NOBODY : actorId(actor);
}
