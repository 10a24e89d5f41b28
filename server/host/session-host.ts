import { type Actor, actorId } from "../../shared/domain/actor.ts";
import { nextDue } from "../../shared/domain/due.ts";
import { viewerLanes } from "../../shared/domain/lanes.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import { overviewAfter, overviewOf, type SessionOverview } from "../../shared/domain/session/overview.ts";
import { replace, type SessionState } from "../../shared/domain/state.ts";
import { upgradeRecords } from "../../shared/domain/upgrades.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import type { Lane, LaneChanges } from "../../shared/protocol/lanes.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import { RateBudget } from "../../shared/rate-budget.ts";
import type { Audience } from "../ports/audience.ts";
import type { Journal, JournalChanges } from "../ports/journal.ts";
import type { Log } from "../ports/log.ts";
import { accessEffects } from "./access-effects.ts";
import { Alarm } from "./alarm.ts";
import { FirstAnswers } from "./first-answers.ts";
import { judgeBatch, type Waiting } from "./judge-batch.ts";
import { LaneBook } from "./lane-book.ts";
import type { HostedSession } from "./load-session.ts";

export interface HostParts {
  readonly journal: Journal;
  readonly audience: Audience;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
  /** The time between two commits of many; commands that come meanwhile share the next one, its fsync and its broadcast. */
  readonly commitIntervalMs: number;
}

/** Who looks on, with the questions his browser follows where askers are never recorded. */
export interface LaneViewer {
  readonly actor: Actor;
  readonly follows: readonly string[];
}

const MAX_BATCH = 400;
/** After so much time without any, so many commits wait for nothing. */
const COMMITS_AT_ONCE = 3;
/** What was due and could not be stored is done again after this time. */
const DUE_AGAIN_MS = 1_000;
const NOBODY_ASKED: ReadonlySet<string> = new Set();
/** More than a full room can send while one commit is under way. */
const MAX_WAITING = 5_000;

/** The single writer of one session: judges, stores, tells, answers, in this order. */
export class SessionHost {
  readonly sessionId: string;
  private readonly parts: HostParts;
  private readonly queue: Waiting[] = [];
  private readonly underWay = new Map<string, Promise<CommandReply>>();
  private current: SessionState;
  private hash: string;
  private life: string;
  private overview: SessionOverview | null;
  private readonly answers: FirstAnswers;
  private book: LaneBook;
  private running: Promise<void> | null = null;
  /** The farthest head this host was told of. */
  private toldHead = 0;
  private successor: (() => Promise<SessionHost | null>) | null = null;
  private readonly pace: RateBudget;
  /** Resolves when everybody has been told of the last batch; so batches reach each of them in their order. */
  private told: Promise<void> = Promise.resolve();
  private readonly alarm: Alarm;

  constructor(sessionId: string, { state, hash, commands }: HostedSession, parts: HostParts) {
    this.sessionId = sessionId;
    this.parts = parts;
    this.life = parts.newId();
    this.pace = new RateBudget(
      { burst: COMMITS_AT_ONCE, perSecond: 1000 / parts.commitIntervalMs },
      performance.now(),
    );
    this.current = state;
    this.hash = hash;
    this.overview = overviewOf(state);
    this.answers = new FirstAnswers(commands);
    this.book = new LaneBook(this.current);
    this.alarm = new Alarm(parts.clock, () => void this.doDue());
    this.setAlarm();
  }

  get state(): SessionState {
    return this.current;
  }

  /** Names what revs are learnt from; it changes when lanes are made anew, and older revs are not resumed. */
  get hostId(): string {
    return this.life;
  }

  /** Hash of the journal's last row; printed in the minutes. */
  get headHash(): string {
    return this.hash;
  }

  /**
   * Carries out a command once, however often it is sent, and answers once its effect is on disk and has gone to
   * everyone who may see it. Never rejects.
   */
  submit(actor: Actor, commandId: string, command: Command): Promise<CommandReply> {
    if (this.successor !== null) return this.passOn(this.successor(), actor, commandId, command);
    const key = `${actorId(actor)} ${commandId}`;
    const earlier = this.underWay.get(key);
    if (earlier !== undefined) return earlier;
    if (this.queue.length >= MAX_WAITING)
      return Promise.resolve({ ok: false, error: wireError("rate_limited") });
    const reply = new Promise<CommandReply>((answer) => {
      this.queue.push({ actor, commandId, command, answer });
    });
    this.underWay.set(key, reply);
    void reply.then(() => this.underWay.delete(key));
    this.running ??= this.drain();
    return reply;
  }

  /**
   * The session is known to have come to `head`: takes in what other nodes stored, and tells it here. Resolves when nothing is
   * under way any more. Never rejects: what could not be read comes with the next commit or the next word of a head.
   */
  async catchUp(head: number): Promise<void> {
    if (this.successor !== null) return;
    this.toldHead = Math.max(this.toldHead, head);
    if (this.isBehind) this.running ??= this.drain();
    await this.settled();
  }

  /** What a viewer is missing, lane by lane; `have` holds the revs learnt from this host. */
  lanesSince(viewer: LaneViewer, have: Readonly<Record<string, number | undefined>>): LaneChanges[] {
    const lanes = viewerLanes(viewer.actor, this.current, viewer.follows);
    return lanes.map((lane) => this.book.since(lane, have[lane]));
  }

  /** All of a lane; the same object until it changes. */
  wholeLane(lane: Lane): LaneChanges {
    return this.book.whole(lane);
  }

  /** Resolves when everything submitted so far has been answered, and everybody has been told of it. */
  async settled(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  /** How many lanes are kept for those who look on. */
  get lanesKept(): number {
    return this.book.size;
  }

  /** Whether nothing is under way, and nothing is due later. */
  get isIdle(): boolean {
    return this.running === null && this.underWay.size === 0 && !this.alarm.isSet;
  }

  /** What is due later is left to the host that loads the session next. */
  stopAlarm(): void {
    this.alarm.set(null);
  }

  /** This host has left memory: what somebody who still holds it submits is carried out by the one after it. */
  retire(successor: () => Promise<SessionHost | null>): void {
    this.successor = successor;
  }

  private setAlarm(): void {
    this.alarm.set(nextDue(this.current)?.at ?? null);
  }

  /** Does what is due, once: another host that does it at the same moment finds it done. */
  private async doDue(): Promise<void> {
    const due = nextDue(this.current);
    if (due === null || this.successor !== null) return;
    const reply = await this.submit({ kind: "system" }, this.parts.newId(), due.command);
    if (this.successor !== null) return;
    if (reply.ok) this.setAlarm();
    else this.alarm.set(this.parts.clock() + DUE_AGAIN_MS);
  }

  private async passOn(
    opening: Promise<SessionHost | null>,
    actor: Actor,
    commandId: string,
    command: Command,
  ): Promise<CommandReply> {
    try {
      const host = await opening;
      return (
        (await host?.submit(actor, commandId, command)) ?? { ok: false, error: wireError("session_unknown") }
      );
    } catch (error) {
      this.parts.log("session not loaded", { sessionId: this.sessionId, error });
      return { ok: false, error: wireError("storage_unavailable") };
    }
  }

  private get isBehind(): boolean {
    return this.toldHead > this.current.head;
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0 || this.isBehind) {
      if (this.isBehind) await this.followTold();
      if (this.queue.length > 0) {
        await this.pause();
        // What a session is made of is stored at once, however much it is.
        const isNew = this.current.head === 0;
        await this.commit(this.queue.splice(0, isNew ? this.queue.length : MAX_BATCH));
      }
      await this.told;
    }
    this.running = null;
  }

  private async pause(): Promise<void> {
    const waitMs = this.pace.waitMs(performance.now());
    await new Promise<void>((resume) => {
      if (waitMs > 0) setTimeout(resume, waitMs);
      else setImmediate(resume);
    });
    this.pace.charge(1);
  }

  private async commit(batch: Waiting[]): Promise<void> {
    try {
      while (!(await this.tryCommit(batch))) await this.follow();
    } catch (error) {
      this.parts.log("batch not stored", { sessionId: this.sessionId, commands: batch.length, error });
      for (const { answer } of batch) answer({ ok: false, error: wireError("storage_unavailable") });
    }
  }

  /** False when another node has moved the session on; then the batch is judged again on what is there now. */
  private async tryCommit(batch: Waiting[]): Promise<boolean> {
    const { sessionId, current: before, answers } = this;
    const { journal, clock, log } = this.parts;
    const judged = judgeBatch(batch, { sessionId, state: before, hash: this.hash, answers, clock, log });
    const { rows, touched, verdicts } = judged;
    if (rows.length > 0) {
      const put: AnyRecord[] = [];
      const remove: string[] = [];
      for (const id of touched) {
        const record = judged.state.get(id);
        if (record === undefined) remove.push(id);
        else put.push(record);
      }
      const overview = overviewAfter(this.overview, { before, after: judged.state, touched });
      const isOther = overview !== null && overview !== this.overview;
      const batchOfRows = { sessionId, expectedHead: before.head, rows, put, remove };
      const result = await journal.append(isOther ? { ...batchOfRows, overview } : batchOfRows);
      if (!result.ok) return false;
      this.current = judged.state;
      this.hash = rows.at(-1)?.hash ?? this.hash;
      this.overview = overview;
      this.setAlarm();
    } else if (verdicts.some(({ kind }) => kind === "withoutEffect")) {
      // What is refused, or said to change nothing, is so on the newest state.
      const newest = await journal.head(sessionId);
      if (newest !== null && newest.head !== before.head) return false;
    }
    for (const { waiting, by, reply, kind } of verdicts) {
      if (by === null || kind === "known") continue;
      if (kind === "accepted" && reply.ok) answers.accept(by, waiting.commandId, reply.rev);
      else answers.remember(by, waiting.commandId, reply);
    }
    if (rows.length > 0) await this.tell(before, touched, new Set(batch.map(({ actor }) => actorId(actor))));
    for (const { waiting, reply } of verdicts) waiting.answer(reply);
    return true;
  }

  private async followTold(): Promise<void> {
    const told = this.toldHead;
    try {
      await this.follow();
    } catch (error) {
      this.parts.log("not caught up", { sessionId: this.sessionId, error });
    }
    // What is not there by now is told again when it is; meanwhile there may have been word of more.
    if (this.toldHead === told) this.toldHead = 0;
  }

  /** Takes in what other nodes have stored; to those who look on here it is as if it had been done here. */
  private async follow(): Promise<void> {
    const before = this.current;
    const missed = (await this.parts.journal.since(this.sessionId, before.head)) ?? (await this.difference());
    const { records: put } = upgradeRecords(missed.put);
    for (const { actor, commandId, seq } of missed.commands) this.answers.accept(actor, commandId, seq);
    if (missed.head === before.head) return;
    const touched = new Set([...put.map(({ id }) => id), ...missed.removed]);
    this.current = replace(before, { head: missed.head, put, remove: missed.removed });
    this.hash = missed.hash;
    this.overview = overviewAfter(this.overview, { before, after: this.current, touched });
    this.setAlarm();
    await this.tell(before, touched, NOBODY_ASKED);
  }

  /** What the whole session as it is stored says otherwise than it is here. */
  private async difference(): Promise<JournalChanges> {
    const loaded = await this.parts.journal.load(this.sessionId);
    if (loaded === null) throw new Error(`session is gone: ${this.sessionId}`);
    const stored = new Set(loaded.records.map(({ id }) => id));
    return {
      ...loaded,
      put: loaded.records.filter(({ id, rev }) => this.current.get(id)?.rev !== rev),
      removed: [...this.current.everything()].map(({ id }) => id).filter((id) => !stored.has(id)),
    };
  }

  /** What is stored stays stored whatever happens here; then everybody fetches anew. */
  private async tell(
    before: SessionState,
    touched: ReadonlySet<string>,
    askers: ReadonlySet<string>,
  ): Promise<void> {
    await this.told;
    const { audience } = this.parts;
    audience.stored(this.sessionId, touched);
    const effects = accessEffects(before, this.current, touched);
    try {
      if (effects.resetPersonIds.length > 0) audience.reset(this.sessionId, effects.resetPersonIds);
      const telling = audience.changes(this.sessionId, this.book.update(this.current, touched), askers);
      this.told = Promise.resolve(telling).catch((error: unknown) => this.notTold(error));
      if (effects.notes) audience.notesAccessChanged(this.sessionId);
    } catch (error) {
      this.notTold(error);
    }
    await this.signOut(effects.movedPersonIds);
  }

  private notTold(error: unknown): void {
    this.parts.log("changes not sent", { sessionId: this.sessionId, error });
    this.startAnew();
  }

  /** Off the roster nobody has rights; so tokens that stay here for once end when their holder is put back. */
  private async signOut(personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    const { audience, log } = this.parts;
    try {
      await audience.signOut(this.sessionId, personIds);
    } catch (error) {
      log("not signed out", { sessionId: this.sessionId, error });
    }
  }

  /** Lanes made out of the state alone; revs learnt before count no more. */
  private startAnew(): void {
    this.book = new LaneBook(this.current);
    this.life = this.parts.newId();
    this.parts.audience.reset(this.sessionId, "everyone");
    this.parts.audience.notesAccessChanged(this.sessionId);
  }
}
