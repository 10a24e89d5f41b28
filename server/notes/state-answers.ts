import type { WireFrames } from "../web-socket-frames.ts";
import { stateAnswerFrame } from "./notes-messages.ts";
import type { Replica } from "./storing/replica.ts";

export interface StateAnswer {
  readonly frames: WireFrames;
  /** Whether everybody who asks the same gets the same bytes. */
  readonly isShared: boolean;
}

/** Answers to state requests. The whole document is framed once for all who have nothing, and waits once for all of them. */
export class StateAnswers {
  readonly #replica: Replica;
  #whole: { readonly state: Uint8Array; readonly frames: WireFrames } | null = null;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  to(stateVector: Uint8Array): StateAnswer {
    const state = this.#replica.stateSince(stateVector);
    if (stateVector.length > 1) return { frames: stateAnswerFrame(state), isShared: false };
    if (this.#whole?.state !== state) this.#whole = { state, frames: stateAnswerFrame(state) };
    return { frames: this.#whole.frames, isShared: true };
  }
}
