import type { Actor } from "../../shared/domain/actor.ts";
import type { CommandOf } from "../../shared/protocol/commands/command.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import type { SessionHost } from "../host/session-host.ts";

/** What is recorded of a file: its name in the address, whose part it is, and its bytes. */
export type TakenFile = Omit<CommandOf<"export.record">, "type" | "exportId">;

/**
 * Records that somebody takes a file, who is asked once more whether that is allowed. Nothing is to be handed out before it is
 * accepted. A session opened from an archive is a copy that left long ago, and stays as it is.
 */
export async function recordExport(
  host: SessionHost,
  actor: Actor,
  { file, unit, bytes, sha256, madeFrom }: TakenFile,
  newId: () => string,
): Promise<CommandReply> {
  if (host.state.session()?.openedAt !== undefined) return { ok: true, rev: host.state.head };
  const taken = { file, unit, bytes, sha256, madeFrom };
  return host.submit(actor, newId(), { type: "export.record", exportId: newId(), ...taken });
}
