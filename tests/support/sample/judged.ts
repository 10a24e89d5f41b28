import type { Actor } from "../../../shared/domain/actor.ts";
import { judge } from "../../../shared/domain/judge.ts";
import type { Patch } from "../../../shared/domain/patches.ts";
import { recordedActorId } from "../../../shared/domain/recorded-actor.ts";
import type { Result } from "../../../shared/domain/result.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";

/** What a host gets that judges `command` for `actor`. */
export function judged(
  command: Command,
  state: SessionState,
  { actor, now }: { readonly actor: Actor; readonly now: number },
): Result<Patch[]> {
  return judge(command, state, { actor, by: recordedActorId(actor, command, state), now });
}
