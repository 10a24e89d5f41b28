import { Draws } from "../../../shared/domain/grouping/draws.ts";
import { judge } from "../../../shared/domain/judge.ts";
import type { Patch } from "../../../shared/domain/patches.ts";
import { recordedActorId } from "../../../shared/domain/recorded-actor.ts";
import type { Result } from "../../../shared/domain/result.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import { castOf, nextAct, openingActs } from "./next-act.ts";
import type { RobotAct } from "./scene.ts";

export interface PlayWish {
  /** A whole number from 0 up to, not including, 2^32. */
  readonly seed: number;
  /** How often they act after they have come in. */
  readonly acts: number;
  readonly newId: () => string;
  /** When each act is done, milliseconds since 1970 UTC; asked once an act. */
  readonly clock: () => number;
  /** For how many of the class; null: for all. */
  readonly people?: number | null;
}

/** One act, what the law of the session says to it, and the session after it. */
export interface PlayedAct {
  readonly act: RobotAct;
  /** Of a line of the notes, which is no command: null. */
  readonly verdict: Result<readonly Patch[]> | null;
  readonly before: SessionState;
  readonly state: SessionState;
}

/** What a class of robots does in a session, played out in memory: decided by the state, the ids, the times and the seed alone. */
export function* playRobots(begun: SessionState, wish: PlayWish): Generator<PlayedAct> {
  const draws = new Draws(wish.seed);
  const cast = new Set(castOf(begun, draws, wish.people ?? null));
  const lines = new Map<string, number>();
  let state = begun;
  const played = (act: RobotAct, now: number): PlayedAct => {
    const before = state;
    if (act.kind === "line") {
      lines.set(act.roomId, (lines.get(act.roomId) ?? 0) + 1);
      return { act, verdict: null, before, state };
    }
    const { actor, command } = act;
    const verdict = judge(command, state, { actor, by: recordedActorId(actor, command, state), now });
    if (verdict.ok && verdict.value.length > 0) state = apply(state, verdict.value, state.head + 1);
    return { act, verdict, before, state };
  };
  for (const act of openingActs(begun, cast)) yield played(act, wish.clock());
  for (let done = 0; done < wish.acts; done += 1) {
    const now = wish.clock();
    const linesIn = (roomId: string) => lines.get(roomId) ?? 0;
    const act = nextAct(state, { cast, draws, newId: wish.newId, now, linesIn });
    if (act !== null) yield played(act, now);
  }
}
