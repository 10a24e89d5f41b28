import { type Actor, actorId } from "../../shared/domain/actor.ts";
import { judge } from "../../shared/domain/judge.ts";
import { apply, SessionState } from "../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../shared/protocol/commands/command.ts";
import { type WireError, wireError } from "../../shared/protocol/errors.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import { GENESIS_HASH } from "../ports/journal.ts";
import { loadSession } from "./load-session.ts";
import { type HostParts, SessionHost } from "./session-host.ts";

/** Longer than any request holds a host, and soon enough that a walk through old sessions does not pile up. */
export const IDLE_HOST_MS = 30_000;

interface Held {
  readonly opening: Promise<SessionHost | null>;
  /** Set once it is loaded. */
  host: SessionHost | null;
  askedAtMs: number;
}

/** The hosts of this node: one a session, loaded once however many ask at the same time, gone when nobody looks on. */
export class HostRegistry {
  private readonly held = new Map<string, Held>();
  /** Those that are being forgotten: nobody loads them any more. */
  private readonly leaving = new Set<string>();
  private readonly parts: HostParts;

  constructor(parts: HostParts) {
    this.parts = parts;
  }

  /** The session's host; null when there is no such session. Rejects with `StorageError` when it cannot be loaded. */
  open(sessionId: string): Promise<SessionHost | null> {
    if (this.leaving.has(sessionId)) return Promise.resolve(null);
    const known = this.held.get(sessionId);
    if (known !== undefined) {
      known.askedAtMs = performance.now();
      return known.opening;
    }
    return this.hold(sessionId, this.load(sessionId)).opening;
  }

  /** Does something in a session; one that nobody had in memory is the next to leave it. */
  async visit<T>(sessionId: string, task: (host: SessionHost | null) => Promise<T>): Promise<T> {
    const wasHeld = this.held.has(sessionId);
    const opening = this.open(sessionId);
    const held = this.held.get(sessionId);
    const askedAtMs = held?.askedAtMs;
    try {
      return await task(await opening);
    } finally {
      if (!wasHeld && held?.askedAtMs === askedAtMs && held !== undefined)
        held.askedAtMs = Number.NEGATIVE_INFINITY;
    }
  }

  /** Makes a session out of its first command, and those of `following` with it: all of it in one append, or nothing. */
  async create(
    actor: Actor,
    command: CommandOf<"session.create">,
    following: readonly Command[] = [],
  ): Promise<CommandReply> {
    const { sessionId } = command;
    const commands = [command, ...following];
    const refusal = following.length === 0 ? null : this.refusalOf(actor, commands);
    if (refusal !== null) return { ok: false, error: refusal };
    const host = new SessionHost(
      sessionId,
      { state: SessionState.empty, hash: GENESIS_HASH, commands: [] },
      this.parts,
    );
    // What is submitted at once is one batch.
    const replies = commands.map((one) => host.submit(actor, this.parts.newId(), one));
    const [reply] = (await Promise.all(replies)) as [CommandReply];
    if (reply.ok) this.hold(sessionId, Promise.resolve(host));
    return reply;
  }

  /** Why a new session of these commands cannot be made, told before anything of it is stored. */
  private refusalOf(actor: Actor, commands: readonly Command[]): WireError | null {
    let state = SessionState.empty;
    for (const command of commands) {
      const judged = judge(command, state, { actor, by: actorId(actor), now: this.parts.clock() });
      if (!judged.ok) return wireError(judged.refusal.code, judged.refusal.details);
      state = apply(state, judged.value, state.head + 1);
    }
    return null;
  }

  /** A session is known to have come to `head`: one that is in memory catches up. Never rejects. */
  async catchUp(sessionId: string, head: number): Promise<void> {
    const host = await this.held.get(sessionId)?.opening.catch(() => null);
    await host?.catchUp(head);
  }

  /**
   * Takes a session out of memory while `erase` takes it off the disk: what is under way is finished before, and whoever still holds
   * its host is answered `session_unknown`. Where erasing fails the session is as it was.
   */
  async forget<T>(sessionId: string, erase: () => Promise<T>): Promise<T> {
    this.leaving.add(sessionId);
    try {
      const host = await this.held.get(sessionId)?.opening.catch(() => null);
      this.held.delete(sessionId);
      host?.retire(() => this.open(sessionId));
      await host?.settled();
      host?.stopAlarm();
      return await erase();
    } finally {
      this.leaving.delete(sessionId);
    }
  }

  /** How many sessions are in memory. */
  get size(): number {
    return this.held.size;
  }

  /**
   * Lets sessions leave memory that nobody has asked for during `idleMs`, nobody watches, and in which nothing is under way.
   * Who comes later has them loaded again.
   */
  release(isWatched: (sessionId: string) => boolean, idleMs: number): void {
    const now = performance.now();
    for (const [sessionId, { host, askedAtMs }] of this.held) {
      if (host === null || now - askedAtMs < idleMs || !host.isIdle || isWatched(sessionId)) continue;
      this.held.delete(sessionId);
      host.retire(() => this.open(sessionId));
    }
  }

  /** Resolves when every host has answered all it was asked. */
  async settled(): Promise<void> {
    const hosts = await Promise.allSettled([...this.held.values()].map(({ opening }) => opening));
    for (const host of hosts) if (host.status === "fulfilled") await host.value?.settled();
  }

  /** No host does anything by itself any more. */
  stopAlarms(): void {
    for (const { host } of this.held.values()) host?.stopAlarm();
  }

  private hold(sessionId: string, opening: Promise<SessionHost | null>): Held {
    const held: Held = { opening, host: null, askedAtMs: performance.now() };
    this.held.set(sessionId, held);
    opening.then(
      (host) => {
        held.host = host;
        if (host === null) this.held.delete(sessionId);
      },
      () => this.held.delete(sessionId),
    );
    return held;
  }

  private async load(sessionId: string): Promise<SessionHost | null> {
    const loaded = await loadSession(this.parts, sessionId);
    return loaded === null ? null : new SessionHost(sessionId, loaded, this.parts);
  }
}
