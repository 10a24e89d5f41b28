import type { Actor } from "./actor.ts";
import type { SessionState } from "./state.ts";

/** What a command is judged in. */
export interface Acting {
  readonly state: SessionState;
  readonly actor: Actor;
  /** The actor as records and journal name it. */
  readonly by: string;
  /** Milliseconds since 1970 UTC, from the host's clock. */
  readonly now: number;
}
