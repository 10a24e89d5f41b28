import { type Command, type CommandType, specOf } from "../protocol/commands/command.ts";
import type { Acting } from "./acting.ts";
import type { Actor } from "./actor.ts";
import { withDerived } from "./derived.ts";
import { JUDGES } from "./judges.ts";
import type { Judge } from "./judging.ts";
import type { Patch } from "./patches.ts";
import { denialOfLeader } from "./people/leading.ts";
import { denialOfUnit } from "./questions/owning.ts";
import { denialOfReview } from "./questions/reviewing.ts";
import { type Result, refuse } from "./result.ts";
import { can } from "./rights.ts";
import type { SessionState } from "./state.ts";

export interface Circumstances {
  readonly actor: Actor;
  /** The actor as records and journal name it, see `recordedActorId`. */
  readonly by: string;
  /** Milliseconds since 1970 UTC, from the host's clock. */
  readonly now: number;
}

/** Who may not is told why where it is no secret: things may have changed a moment ago. */
function denial(command: Command, state: SessionState, actor: Actor): Result<never> {
  return (
    denialOfUnit(command, state, actor) ??
    denialOfLeader(command, state, actor) ??
    denialOfReview(command, state, actor) ??
    refuse("forbidden")
  );
}

/**
 * What `command` changes, or why it is refused. Pure: never throws for a refused command, and an empty list of
 * patches is a success that changes nothing.
 */
export function judge(command: Command, state: SessionState, circumstances: Circumstances): Result<Patch[]> {
  const { actor } = circumstances;
  if (state.session()?.openedAt !== undefined) return refuse("session_opened");
  if (!can(actor, command, state)) return denial(command, state, actor);
  if (state.session()?.status === "sealed" && specOf(command).whenSealed === "refused")
    return refuse("session_sealed");
  const acting: Acting = { state, ...circumstances };
  const decide = JUDGES[command.type] as Judge<CommandType>;
  const verdict = decide(command, acting);
  return verdict.ok ? { ok: true, value: withDerived(acting, verdict.value) } : verdict;
}
