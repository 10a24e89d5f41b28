import { randomInt } from "node:crypto";
import type { Actor } from "../../shared/domain/actor.ts";
import { copyOf } from "../../shared/domain/session/copying.ts";
import type { SessionOverview } from "../../shared/domain/session/overview.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { Pace, RehearsalChange, RehearsalReply } from "../../shared/protocol/rehearsal.ts";
import type { HostRegistry } from "../host/host-registry.ts";
import type { SessionHost } from "../host/session-host.ts";
import type { SessionList } from "../lobby/session-list.ts";
import type { Log } from "../ports/log.ts";
import type { Presence } from "../ports/presence.ts";
import { WorkQueue } from "../work-queue.ts";
import { NotesPen, type PenParts } from "./notes-pen.ts";
import { RobotClass } from "./robot-class.ts";

const ORGANISER: Actor = { kind: "organiser" };
const SEEDS = 2 ** 32;

export type Rehearsal = NonNullable<RehearsalReply["rehearsal"]>;

export type RehearsalOutcome =
  | { readonly ok: true; readonly rehearsal: Rehearsal; readonly isNew: boolean }
  | { readonly ok: false; readonly code: ErrorCode };

export interface RehearsalsParts {
  readonly hosts: HostRegistry;
  readonly sessions: SessionList;
  readonly pen: PenParts;
  readonly presence: Pick<Presence, "enter">;
  /** Takes a session away for good, off the disk and out of memory. */
  readonly forget: (sessionId: string) => Promise<void>;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
}

/**
 * Rehearsals (演练): of each session at most one, a session of its own in which robots act for the class. Which there are is told
 * by the sessions themselves; who acts in them is in memory, so after a restart nobody does until it is asked for again.
 */
export class Rehearsals {
  readonly #parts: RehearsalsParts;
  /** By the session in which they act. */
  readonly #classes = new Map<string, RobotClass>();
  /** Making, changing and wiping, one after the other. */
  readonly #turns = new WorkQueue(1);
  #isClosed = false;

  constructor(parts: RehearsalsParts) {
    this.#parts = parts;
  }

  /** The rehearsal of a session; null where it has none. */
  async of(originalId: string): Promise<Rehearsal | null> {
    const [found] = await this.#overviewsOf(originalId);
    return found === undefined ? null : this.#described(found);
  }

  /** Makes the rehearsal of a session where there is none, and has the class act where it does not. */
  start(
    original: SessionHost,
    wish: { readonly pace: Pace; readonly people: number | null },
  ): Promise<RehearsalOutcome> {
    return this.#turns.run(async () => {
      if (this.#isClosed) return { ok: false, code: "draining" };
      const session = original.state.session();
      if (session === undefined) return { ok: false, code: "session_unknown" };
      if (session.rehearsalOf !== undefined) return { ok: false, code: "session_is_rehearsal" };
      if (session.status === "sealed") return { ok: false, code: "session_sealed" };
      const [found] = await this.#overviewsOf(original.sessionId);
      if (found?.status === "sealed") return { ok: false, code: "session_sealed" };
      const made = found === undefined ? await this.#make(original) : null;
      if (made !== null && !made.ok) return made;
      const sessionId = found?.sessionId ?? made?.sessionId ?? "";
      if (this.#classes.get(sessionId)?.isActing !== true) await this.#begin(sessionId, wish);
      const rehearsal = await this.of(original.sessionId);
      if (rehearsal === null) return { ok: false, code: "rehearsal_unknown" };
      return { ok: true, rehearsal, isNew: made !== null };
    });
  }

  /** Another pace, a pause, or going on. */
  change(originalId: string, { pace, paused }: RehearsalChange): Promise<RehearsalOutcome> {
    return this.#turns.run(async () => {
      const [found] = await this.#overviewsOf(originalId);
      if (found === undefined) return { ok: false, code: "rehearsal_unknown" };
      const robots = this.#classes.get(found.sessionId);
      if (robots?.isActing !== true) return { ok: false, code: "rehearsal_not_running" };
      if (pace !== undefined) robots.setPace(pace);
      if (paused === true) robots.pause();
      if (paused === false) robots.resume();
      return { ok: true, rehearsal: this.#described(found), isNew: false };
    });
  }

  /** Wipes the rehearsal of a session; without one nothing is done. No other session is ever taken away. */
  wipe(originalId: string): Promise<void> {
    return this.#turns.run(async () => {
      for (const { sessionId } of await this.#overviewsOf(originalId)) {
        await this.#classes.get(sessionId)?.stop();
        this.#classes.delete(sessionId);
        await this.#forget(sessionId, originalId);
      }
    });
  }

  /** Robots do nothing any more; resolves once nothing of theirs is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const stopAll = () => Promise.all([...this.#classes.values()].map((robots) => robots.stop()));
    await stopAll();
    // One that was just being started has come in by now.
    await this.#turns.run(stopAll);
  }

  async #overviewsOf(originalId: string): Promise<SessionOverview[]> {
    return (await this.#parts.sessions.all()).filter(
      ({ rehearsalOf, openedAt }) => rehearsalOf === originalId && openedAt === undefined,
    );
  }

  #described({ sessionId, title, status }: SessionOverview): Rehearsal {
    const robots = this.#classes.get(sessionId);
    const activity = status === "sealed" ? "sealed" : (robots?.activity ?? "interrupted");
    return {
      sessionId,
      title,
      activity,
      pace: robots?.pace ?? "normal",
      acts: robots?.acts ?? 0,
      endsAt: robots?.endsAt ?? null,
    };
  }

  /** All of the copy, or nothing of it. */
  async #make(
    original: SessionHost,
  ): Promise<
    { readonly ok: true; readonly sessionId: string } | { readonly ok: false; readonly code: ErrorCode }
  > {
    const { hosts, newId } = this.#parts;
    const sessionId = newId();
    const title = titleOf(original.state.session()?.title ?? "");
    const copy = copyOf(original.state, { sessionId, title, rehearsalOf: original.sessionId });
    if (copy === null) return { ok: false, code: "session_unknown" };
    const created = await hosts.create(ORGANISER, copy.create, copy.rest);
    return created.ok ? { ok: true, sessionId } : { ok: false, code: created.error.code };
  }

  async #begin(
    sessionId: string,
    wish: { readonly pace: Pace; readonly people: number | null },
  ): Promise<void> {
    const { hosts, pen, presence, clock, newId, log } = this.#parts;
    await this.#classes.get(sessionId)?.stop();
    const parts = {
      open: () => hosts.open(sessionId),
      pen: new NotesPen(pen),
      enter: (personId: string) => presence.enter(sessionId, personId),
      clock,
      newId,
      log,
    };
    const robots = new RobotClass(parts, { ...wish, seed: randomInt(SEEDS) });
    this.#classes.set(sessionId, robots);
    await robots.begin();
  }

  /** Looks once more at the session itself: what is not marked stays. */
  async #forget(sessionId: string, originalId: string): Promise<void> {
    const host = await this.#parts.hosts.open(sessionId);
    if (host === null) return;
    if (host.state.session()?.rehearsalOf !== originalId)
      throw new Error(`session ${sessionId} is no rehearsal of ${originalId}`);
    await this.#parts.forget(sessionId);
  }
}

/** The title with what tells it from the original's, cut where both do not fit. */
function titleOf(title: string): string {
  const mark = zhCN.defaults.rehearsalMark;
  // Half a character is none.
  return title.slice(0, LIMITS.titleMaxChars - mark.length).replace(/[\uD800-\uDBFF]$/, "") + mark;
}
