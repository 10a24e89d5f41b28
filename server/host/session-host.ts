import { type Actor, actorId } from "../../shared/domain/actor.ts";
import { judge } from "../../shared/domain/judge.ts";
import { viewerLanes } from "../../shared/domain/lanes.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import { recordedActorId } from "../../shared/domain/recorded-actor.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import { apply, SessionState } from "../../shared/domain/state.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import type { Lane, LaneChanges } from "../../shared/protocol/lanes.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import type { Audience } from "../ports/audience.ts";
import type { Journal, JournalRow, LoadedSession } from "../ports/journal.ts";
import type { Log } from "../ports/log.ts";
import { accessEffects, rosterMoves } from "./access-effects.ts";
import { FirstAnswers } from "./first-answers.ts";
import { journalRow } from "./journal-row.ts";
import { LaneBook } from "./lane-book.ts";

export interface HostParts {
  readonly journal: Journal;
  readonly audience: Audience;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
  /** The least time between two commits; commands that come meanwhile share the next one, its fsync and its broadcast. */
  readonly commitIntervalMs: number;
}

interface Waiting {
  readonly actor: Actor;
  readonly commandId: string;
  readonly command: Command;
  readonly answer: (reply: CommandReply) => void;
}

interface Verdict {
  readonly waiting: Waiting;
  /** The actor as the journal names it; null where judging failed, and then the answer is not kept for a repeat. */
  readonly by: string | null;
  readonly reply: CommandReply;
  readonly accepted: boolean;
}

interface Judged {
  readonly verdict: Verdict;
  readonly effect: {
    readonly state: SessionState;
    readonly row: JournalRow;
    readonly patches: readonly Patch[];
  } | null;
}

/** Who looks on, with the questions his browser follows where askers are never recorded. */
export interface LaneViewer {
  readonly actor: Actor;
  readonly follows: readonly string[];
}

const MAX_BATCH = 400;
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
  private answers: FirstAnswers;
  private book: LaneBook;
  private running: Promise<void> | null = null;
  private successor: (() => Promise<SessionHost | null>) | null = null;
  private lastCommitAt = Number.NEGATIVE_INFINITY;
  /** Resolves when everybody has been told of the last batch; so batches reach each of them in their order. */
  private told: Promise<void> = Promise.resolve();

  constructor(sessionId: string, loaded: LoadedSession, parts: HostParts) {
    this.sessionId = sessionId;
    this.parts = parts;
    this.life = parts.newId();
    this.current = SessionState.of(loaded.head, loaded.records);
    this.hash = loaded.hash;
    this.answers = new FirstAnswers(loaded.commands);
    this.book = new LaneBook(this.current);
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
    const known = this.answers.find(recordedActorId(actor, command, this.current), commandId);
    if (known !== undefined) return Promise.resolve(known);
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

  /** Whether nothing is under way. */
  get isIdle(): boolean {
    return this.running === null && this.underWay.size === 0;
  }

  /** This host has left memory: what somebody who still holds it submits is carried out by the one after it. */
  retire(successor: () => Promise<SessionHost | null>): void {
    this.successor = successor;
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

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      await this.pause();
      await this.commit(this.queue.splice(0, MAX_BATCH));
      await this.told;
    }
    this.running = null;
  }

  private async pause(): Promise<void> {
    const waitMs = this.lastCommitAt + this.parts.commitIntervalMs - performance.now();
    await new Promise<void>((resume) => {
      if (waitMs > 0) setTimeout(resume, waitMs);
      else setImmediate(resume);
    });
    this.lastCommitAt = performance.now();
  }

  private async commit(batch: Waiting[]): Promise<void> {
    try {
      while (!(await this.tryCommit(batch))) await this.reload();
    } catch (error) {
      this.parts.log("batch not stored", { sessionId: this.sessionId, commands: batch.length, error });
      for (const { answer } of batch) answer({ ok: false, error: wireError("storage_unavailable") });
    }
  }

  /** False when another node has moved the session on; then the batch is judged again on what is there now. */
  private async tryCommit(batch: Waiting[]): Promise<boolean> {
    const before = this.current;
    const judged = this.judgeAll(batch);
    if (judged.rows.length > 0) {
      const put: AnyRecord[] = [];
      const remove: string[] = [];
      for (const id of judged.touched) {
        const record = judged.state.get(id);
        if (record === undefined) remove.push(id);
        else put.push(record);
      }
      const { sessionId } = this;
      const result = await this.parts.journal.append({
        sessionId,
        expectedHead: before.head,
        rows: judged.rows,
        put,
        remove,
      });
      if (!result.ok) return false;
      this.current = judged.state;
      this.hash = judged.rows.at(-1)?.hash ?? this.hash;
    }
    for (const { waiting, by, reply, accepted } of judged.verdicts) {
      if (by === null) continue;
      if (accepted && reply.ok) this.answers.accept(by, waiting.commandId, reply.rev);
      else this.answers.remember(by, waiting.commandId, reply);
    }
    if (judged.rows.length > 0) {
      this.tell(before, judged.touched, new Set(batch.map(({ actor }) => actorId(actor))));
      await this.signOut(rosterMoves(before, this.current, judged.touched));
    }
    for (const { waiting, reply } of judged.verdicts) waiting.answer(reply);
    return true;
  }

  private judgeAll(batch: readonly Waiting[]) {
    let state = this.current;
    let prevHash = this.hash;
    const rows: JournalRow[] = [];
    const touched = new Set<string>();
    const verdicts: Verdict[] = [];
    for (const waiting of batch) {
      const { verdict, effect } = this.judgeOne(waiting, state, prevHash);
      verdicts.push(verdict);
      if (effect === null) continue;
      state = effect.state;
      prevHash = effect.row.hash;
      rows.push(effect.row);
      for (const patch of effect.patches) touched.add(patch.id);
    }
    return { state, rows, touched, verdicts };
  }

  /** A command whose judging throws is answered by itself, and judged anew when it comes again. */
  private judgeOne(waiting: Waiting, state: SessionState, prevHash: string): Judged {
    const { actor, commandId, command } = waiting;
    try {
      const by = recordedActorId(actor, command, state);
      const without = (reply: CommandReply): Judged => ({
        verdict: { waiting, by, reply, accepted: false },
        effect: null,
      });
      // Another node may have stored it meanwhile.
      const known = this.answers.find(by, commandId);
      if (known !== undefined)
        return { verdict: { waiting, by, reply: known, accepted: known.ok }, effect: null };
      const now = this.parts.clock();
      const judged = judge(command, state, { actor, now });
      if (!judged.ok)
        return without({ ok: false, error: wireError(judged.refusal.code, judged.refusal.details) });
      const patches = judged.value;
      if (patches.length === 0) return without({ ok: true, rev: state.head });
      const seq = state.head + 1;
      const row = journalRow({ seq, at: now, actor: by, commandId, command, patches }, prevHash);
      return {
        verdict: { waiting, by, reply: { ok: true, rev: seq }, accepted: true },
        effect: { state: apply(state, patches, seq), row, patches },
      };
    } catch (error) {
      this.parts.log("command not judged", { sessionId: this.sessionId, type: command.type, error });
      const reply: CommandReply = { ok: false, error: wireError("internal") };
      return { verdict: { waiting, by: null, reply, accepted: false }, effect: null };
    }
  }

  /** What is stored stays stored whatever happens here; then everybody fetches anew. */
  private tell(before: SessionState, touched: ReadonlySet<string>, askers: ReadonlySet<string>): void {
    const { audience } = this.parts;
    audience.stored(this.sessionId, touched);
    try {
      const effects = accessEffects(before, this.current, touched);
      if (effects.resetPersonIds.length > 0) audience.reset(this.sessionId, effects.resetPersonIds);
      const telling = audience.changes(this.sessionId, this.book.update(this.current, touched), askers);
      this.told = Promise.resolve(telling).catch((error: unknown) => this.notTold(error));
      if (effects.notes) audience.notesAccessChanged(this.sessionId);
    } catch (error) {
      this.notTold(error);
    }
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

  private async reload(): Promise<void> {
    const loaded = await this.parts.journal.load(this.sessionId);
    if (loaded === null) throw new Error(`session is gone: ${this.sessionId}`);
    this.current = SessionState.of(loaded.head, loaded.records);
    this.hash = loaded.hash;
    this.answers = new FirstAnswers(loaded.commands);
    this.startAnew();
  }

  /** Lanes made out of the state alone; revs learnt before count no more. */
  private startAnew(): void {
    this.book = new LaneBook(this.current);
    this.life = this.parts.newId();
    this.parts.audience.reset(this.sessionId, "everyone");
    this.parts.audience.notesAccessChanged(this.sessionId);
  }
}
