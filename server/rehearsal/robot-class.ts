import { Draws } from "../../shared/domain/grouping/draws.ts";
import { ACTS_A_MINUTE, type Pace, type RehearsalActivity } from "../../shared/protocol/rehearsal.ts";
import type { SessionHost } from "../host/session-host.ts";
import type { Log } from "../ports/log.ts";
import type { NotesPen } from "./notes-pen.ts";
import { castOf, nextAct, openingActs } from "./robots/next-act.ts";
import type { RobotAct } from "./robots/scene.ts";

const MINUTE_MS = 60_000;
/** Robots end by themselves after this time, paused or not. */
export const ACTING_MS = 60 * MINUTE_MS;

export interface RobotClassParts {
  /** The session they act in; null when it is no more. */
  readonly open: () => Promise<SessionHost | null>;
  readonly pen: NotesPen;
  /** Somebody is here, until what is given is called. */
  readonly enter: (personId: string) => () => void;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
}

export interface RobotClassWish {
  readonly pace: Pace;
  /** For how many of the class they act; null: for all. */
  readonly people: number | null;
  /** A whole number from 0 up to, not including, 2^32: decides what they do. */
  readonly seed: number;
}

/**
 * A class that acts by itself at a pace: one act after the other, each done before the next is chosen, so that they never do more
 * than the session takes. One timer, which keeps no process alive.
 */
export class RobotClass {
  readonly #parts: RobotClassParts;
  readonly #draws: Draws;
  readonly #people: number | null;
  readonly #endsAt: number;
  #pace: Pace;
  #state: "running" | "paused" | "ended" | "sealed" = "running";
  #acts = 0;
  #cast: ReadonlySet<string> | null = null;
  /** Whether all of them have come in, as far as they may. */
  #isIn = false;
  /** What ends their being here. */
  #leaving: (() => void)[] = [];
  #timer: NodeJS.Timeout | null = null;
  #acting: Promise<void> = Promise.resolve();
  #hasActUnderWay = false;

  constructor(parts: RobotClassParts, { pace, people, seed }: RobotClassWish) {
    this.#parts = parts;
    this.#draws = new Draws(seed);
    this.#people = people;
    this.#pace = pace;
    this.#endsAt = parts.clock() + ACTING_MS;
  }

  get pace(): Pace {
    return this.#pace;
  }

  get acts(): number {
    return this.#acts;
  }

  /** When they end by themselves, milliseconds since 1970 UTC; null where they do not act any more. */
  get endsAt(): number | null {
    return this.isActing ? this.#endsAt : null;
  }

  get activity(): Exclude<RehearsalActivity, "interrupted"> {
    this.#endInTime();
    return this.#state;
  }

  /** Whether they act, or wait to go on. */
  get isActing(): boolean {
    return this.activity === "running" || this.activity === "paused";
  }

  /** The class comes in and rooms are opened; resolves once that is done, and then they act at their pace. */
  async begin(): Promise<void> {
    this.#acting = this.#attempt((host) => this.#comeIn(host));
    await this.#acting;
    this.#schedule();
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#schedule();
  }

  pause(): void {
    if (this.activity === "running") this.#state = "paused";
    this.#schedule();
  }

  resume(): void {
    if (this.activity === "paused") this.#state = "running";
    this.#schedule();
  }

  /** Nothing is done any more; resolves once nothing is under way. */
  async stop(): Promise<void> {
    this.#end("ended");
    await this.#acting;
  }

  #end(state: "ended" | "sealed"): void {
    if (this.#state === "running" || this.#state === "paused") this.#state = state;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const leave of this.#leaving.splice(0)) leave();
  }

  #endInTime(): void {
    if (this.#parts.clock() >= this.#endsAt) this.#end("ended");
  }

  #schedule(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    // Another pace or going on counts from the act that is under way.
    if (this.activity !== "running" || this.#hasActUnderWay) return;
    // From half to one and a half of the mean, as people do.
    const waitMs = (MINUTE_MS / ACTS_A_MINUTE[this.#pace]) * (0.5 + this.#draws.next());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#hasActUnderWay = true;
      this.#acting = this.#attempt((host) => this.#actOnce(host));
      void this.#acting.then(() => {
        this.#hasActUnderWay = false;
        this.#schedule();
      });
    }, waitMs);
    this.#timer.unref();
  }

  async #attempt(work: (host: SessionHost) => Promise<unknown>): Promise<void> {
    if (this.activity !== "running") return;
    try {
      const host = await this.#parts.open();
      if (host === null) this.#end("ended");
      else if (host.state.session()?.status === "sealed") this.#end("sealed");
      else await work(host);
    } catch (error) {
      // The disk may be full: the next act comes at its time.
      this.#parts.log("a robot's act failed", { error });
    }
  }

  /** What the disk did not take is done again: without it nobody of the class is there to act. */
  async #comeIn(host: SessionHost): Promise<ReadonlySet<string>> {
    const cast = this.#cast ?? new Set(castOf(host.state, this.#draws, this.#people));
    if (this.#cast === null) this.#leaving = [...cast].map(this.#parts.enter);
    this.#cast = cast;
    if (!this.#isIn) {
      const acts = openingActs(host.state, cast).map((act) => this.#do(act, host));
      this.#isIn = (await Promise.all(acts)).every((isDone) => isDone);
    }
    return cast;
  }

  async #actOnce(host: SessionHost): Promise<void> {
    const { clock, newId, pen } = this.#parts;
    const cast = await this.#comeIn(host);
    const looking = { cast, draws: this.#draws, newId, now: clock() };
    const act = nextAct(host.state, { ...looking, linesIn: (roomId) => pen.linesIn(roomId) });
    if (act !== null) await this.#do(act, host);
  }

  /** What is refused, as by what somebody did a moment before, is let go. False where the disk may take it later. */
  async #do(act: RobotAct, host: SessionHost): Promise<boolean> {
    this.#acts += 1;
    if (act.kind === "line") {
      await this.#parts.pen.write(host, act);
      return true;
    }
    const reply = await host.submit(act.actor, this.#parts.newId(), act.command);
    return reply.ok || !reply.error.retryable;
  }
}
