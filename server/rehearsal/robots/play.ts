import type { Actor } from "../../../shared/domain/actor.ts";
import { Draws } from "../../../shared/domain/grouping/draws.ts";
import { judge } from "../../../shared/domain/judge.ts";
import type { Patch } from "../../../shared/domain/patches.ts";
import { recordedActorId } from "../../../shared/domain/recorded-actor.ts";
import type { Result } from "../../../shared/domain/result.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { castOf, nextAct, openingActs } from "./next-act.ts";
import type { RobotAct } from "./scene.ts";

export interface PlayWish {
  /** A whole number from 0 up to, not including, 2^32. */
  readonly seed: number;
  readonly newId: () => string;
  /** When each act is done, milliseconds since 1970 UTC; asked once an act. */
  readonly clock: () => number;
  /** For how many of the class; left out: for all. */
  readonly people?: number;
}

/** One act, what the law of the session says to it, and the session before it. */
export interface PlayedAct {
  readonly act: RobotAct;
  /** Of a line of the notes, which is no command: null. */
  readonly verdict: Result<readonly Patch[]> | null;
  readonly before: SessionState;
  readonly at: number;
}

/** What a class of robots does in a session, played out in memory: decided by the state, the ids, the times and the seed alone. */
export class RobotPlay {
  readonly played: PlayedAct[] = [];
  readonly #wish: PlayWish;
  readonly #draws: Draws;
  readonly #cast: ReadonlySet<string>;
  readonly #lines = new Map<string, number>();
  #state: SessionState;

  constructor(begun: SessionState, wish: PlayWish) {
    this.#wish = wish;
    this.#draws = new Draws(wish.seed);
    this.#cast = new Set(castOf(begun, this.#draws, wish.people ?? null));
    this.#state = begun;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The class comes in, and leaders open their rooms. */
  open(): void {
    for (const act of openingActs(this.#state, this.#cast)) this.#do(act, this.#wish.clock());
  }

  /** Robots act so often, or as often as they find something to do. */
  act(times: number): void {
    for (let done = 0; done < times; done += 1) {
      const now = this.#wish.clock();
      const linesIn = (roomId: string) => this.#lines.get(roomId) ?? 0;
      const looking = { cast: this.#cast, draws: this.#draws, newId: this.#wish.newId, now, linesIn };
      const act = nextAct(this.#state, looking);
      if (act !== null) this.#do(act, now);
    }
  }

  /** Somebody gives a command between what robots do. */
  give(actor: Actor, command: Command): void {
    this.#do({ kind: "command", actor, command }, this.#wish.clock());
  }

  #do(act: RobotAct, at: number): void {
    const before = this.#state;
    if (act.kind === "line") {
      this.#lines.set(act.roomId, (this.#lines.get(act.roomId) ?? 0) + 1);
      this.played.push({ act, verdict: null, before, at });
      return;
    }
    const { actor, command } = act;
    const verdict = judge(command, before, { actor, by: recordedActorId(actor, command, before), now: at });
    if (verdict.ok && verdict.value.length > 0) this.#state = apply(before, verdict.value, before.head + 1);
    this.played.push({ act, verdict, before, at });
  }
}
