import type { CommandOf } from "../protocol/commands/command.ts";
import { isReadOnly } from "./session/records.ts";
import type { SessionState } from "./state.ts";

/** What the host itself does once its moment has come. */
export interface Due {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly command: CommandOf<"rooms.closeDue">;
}

/** The next thing that is due in a session; null where nothing is, and in one that nothing may change any more. */
export function nextDue(state: SessionState): Due | null {
  const session = state.session();
  if (session === undefined || isReadOnly(session)) return null;
  let at: number | null = null;
  for (const { status, closing } of state.all("room")) {
    if (status === "open" && closing !== null) at = Math.min(at ?? closing.closesAt, closing.closesAt);
  }
  return at === null ? null : { at, command: { type: "rooms.closeDue" } };
}
