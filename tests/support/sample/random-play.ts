import { apply, type SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { judged } from "./judged.ts";
import { randomMove, unseenMove } from "./random-commands.ts";
import { sampleSession } from "./sample-session.ts";
import { Seeded } from "./seeded.ts";

export interface RandomStep {
  readonly command: Command;
  readonly before: SessionState;
  readonly after: SessionState;
}

/** The sample session going on by random commands: one step for each of `moves` that changes something. */
export function* randomPlay(seed: number, moves: number): Generator<RandomStep> {
  const random = new Seeded(seed);
  const seen = new Set<string>();
  let before = sampleSession();
  for (let move = 0; move < moves; move += 1) {
    const state = before;
    const { actor, command } = unseenMove(seen, seen, () =>
      randomMove(random, state, (kind) => `${kind} ${move}`),
    );
    const verdict = judged(command, before, { actor, now: 1_000 + move });
    if (!verdict.ok || verdict.value.length === 0) continue;
    const after = apply(before, verdict.value, before.head + 1);
    seen.add(command.type);
    yield { command, before, after };
    before = after;
  }
}
