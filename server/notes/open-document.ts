import type { NotesStore } from "../ports/notes-store.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import type { NotesConnection } from "./connection.ts";
import type { DocumentServices, DocumentState } from "./document-services.ts";
import { lifeFrame, type NotesMessage, stateRequestFrame } from "./notes-messages.ts";
import type { Presence } from "./presence/presence.ts";
import { type StateAnswer, StateAnswers } from "./state-answers.ts";
import { CompactionNeed } from "./storing/compaction-need.ts";
import { DocumentFill } from "./storing/document-fill.ts";
import { DocumentLives } from "./storing/document-lives.ts";
import type { StagedEntry } from "./storing/group-commit.ts";
import { Replica } from "./storing/replica.ts";
import { acknowledge } from "./storing/saved-notice.ts";
import type { PendingUpdate } from "./update/pending-update.ts";
import { intakeOf, type NotTaken, onGap } from "./update-intake.ts";

/** What a loaded document asks of the one around it. */
export interface DocumentFrame {
  readonly presence: Presence;
  readonly services: DocumentServices;
  /** Entries on their way to the disk. */
  staged(): number;
  stage(entry: StagedEntry): void;
  refuse(connection: NotesConnection, code: number, reason: string): void;
  turnAway(connection: NotesConnection, waitMs: number): void;
  /** Does something for a connection; what nobody foresaw ends the connection and not the process. */
  attempt(connection: NotesConnection, work: () => void): void;
  /** Ends a hold on a connection. */
  release(connection: NotesConnection): void;
  /** The replica is no more to be used. */
  reload(): void;
}

/** An update of which not everything was taken yet. */
interface Taking {
  readonly connection: NotesConnection;
  readonly isStateAnswer: boolean;
  readonly ordinal: number;
  readonly pending: PendingUpdate;
  /** What finding places took so far. */
  ownSteps: number;
  landings: number;
}

/** A document that is loaded: answers messages on one replica of it, until that is thrown away. */
export class OpenDocument {
  readonly compaction: CompactionNeed;
  readonly #replica: Replica;
  readonly #answers: StateAnswers;
  readonly #fill: DocumentFill;
  readonly #frame: DocumentFrame;
  readonly #lives: DocumentLives;
  #isDestroyed = false;

  /** Throws `UnreadableDocument`. */
  constructor(documentName: string, loaded: Awaited<ReturnType<NotesStore["load"]>>, frame: DocumentFrame) {
    const { limits } = frame.services;
    this.#replica = new Replica(documentName, loaded, limits);
    this.#answers = new StateAnswers(this.#replica);
    this.compaction = new CompactionNeed(loaded, limits);
    this.#fill = new DocumentFill(this.#replica, this.compaction, limits);
    this.#frame = frame;
    this.#lives = new DocumentLives(loaded);
  }

  /** A Yjs client id belongs to the first actor who wrote under it. */
  isOwner(actorId: string, clientId: number): boolean {
    const owner = this.#replica.ownerOf(clientId);
    return owner === undefined || owner === actorId;
  }

  /** Everything in it as one update. */
  fullState(): Uint8Array {
    return this.#replica.fullState();
  }

  /** The last line that says something, cut; it may be ahead of the disk. */
  lastLine(): string {
    return this.#replica.lastLine();
  }

  /** As it is in memory, which may be ahead of the disk. */
  state(): DocumentState {
    return { snapshot: this.#replica.fullState(), updates: [], seq: this.#replica.seq };
  }

  /**
   * Takes in what the server writes for somebody, part by part as it does with what comes from outside, and stages it.
   * Throws where the document cannot take it; then a part may be in.
   */
  async write(update: Uint8Array, actorId: string): Promise<void> {
    const { services, reload, stage } = this.#frame;
    const { limits } = services;
    const verdict = this.#replica.judge(update, (clientId) => this.isOwner(actorId, clientId));
    if (verdict.kind === "known") return;
    if (verdict.kind !== "new") throw new Error(`the document does not take the update: ${verdict.kind}`);
    const { pending } = verdict;
    let ownStepsMax: number = limits.ownStepsPerUpdateMax;
    while (!pending.isDone) {
      const { outcome, looked, row } = this.#replica.take(pending, {
        actor: actorId,
        at: services.clock(),
        ownStepsMax,
        landingStepsMax: limits.landingStepsBurst,
      });
      ownStepsMax -= looked.own;
      if (row !== null) {
        this.compaction.added(row.bytes.length);
        stage({ kind: "own", row });
      }
      if (outcome === "broken") reload();
      if (outcome !== "ok" && outcome !== "later")
        throw new Error(`the document does not take the update: ${outcome}`);
      if (!pending.isDone) await new Promise((resume) => setImmediate(resume));
      if (this.#isDestroyed) throw new Error("the document was loaded anew");
    }
  }

  /** Takes in what others stored; see `Replica.follow`. */
  follow(...said: Parameters<Replica["follow"]>): ReturnType<Replica["follow"]> {
    const updates = this.#replica.follow(...said);
    for (const { actor, bytes } of updates ?? []) {
      this.compaction.added(bytes.length);
      this.#fill.added(actor, bytes.length);
    }
    return updates;
  }

  /** Whether a message is larger than any an honest client sends of the document as it is. */
  isTooLarge(messageBytes: number): boolean {
    const { frameMaxBytes } = this.#frame.services.limits;
    return messageBytes > frameMaxBytes && messageBytes > frameMaxBytes + this.#replica.historyMaxBytes();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#replica.destroy();
  }

  /**
   * Asks a newcomer for what the server lacks, and tells who is here; one that comes from another life of the document is
   * refused before anything it sent is looked at.
   */
  greet(connection: NotesConnection): void {
    connection.isGreeted = true;
    const { knownLives } = connection;
    if (knownLives !== null) {
      if (!this.#lives.reach(knownLives, this.#replica.seq)) {
        this.#frame.refuse(connection, NOTES_CLOSE.anotherLife, "another_life");
        return;
      }
      connection.send(lifeFrame(0, this.#lives.lifeId));
    }
    connection.send(stateRequestFrame(this.#replica.stateVector()));
    this.#tellPresence(connection);
  }

  handle(connection: NotesConnection, message: NotesMessage): void {
    const { refuse, presence, services } = this.#frame;
    const { stateRequests, readBytes, awarenessFrames } = connection.budgets;
    const nowMs = performance.now();
    switch (message.kind) {
      case "update":
        this.#takeUpdate(connection, message, nowMs);
        break;
      case "state-request":
        if (this.#replica.isBeyond(message.stateVector, connection.access.actorId))
          refuse(connection, NOTES_CLOSE.anotherLife, "another_life");
        else if (message.clientCount > this.#replica.clientCount + services.limits.stateVectorSpareClients)
          refuse(connection, NOTES_CLOSE.contentRefused, "state_vector");
        else if (!stateRequests.take(nowMs) || !readBytes.take(nowMs, message.stateVector.length))
          refuse(connection, NOTES_CLOSE.overloaded, "too_many_state_requests");
        else this.answer(connection, message.stateVector);
        break;
      case "awareness":
        // Echoes of others come at any rate and nothing in them matters for longer than a moment.
        if (!connection.access.canWrite || !awarenessFrames.take(nowMs)) break;
        if (!presence.receive(connection, message.bytes))
          refuse(connection, NOTES_CLOSE.contentRefused, "awareness");
        break;
      case "awareness-request":
        // Nobody needs it twice while the first is still on its way.
        if (awarenessFrames.take(nowMs) && connection.unsentBytes <= services.limits.outboundMaxBytes)
          this.#tellPresence(connection);
        break;
      default:
        message satisfies never;
    }
  }

  /** Answers a state request at the actor's turn, once everything the answer holds is on disk. */
  answer(connection: NotesConnection, stateVector: Uint8Array): void {
    if (!connection.isOpen) return;
    const begin = () => this.#frame.attempt(connection, () => this.#beginAnswer(connection, stateVector));
    if (!connection.budgets.answers.ask(connection, begin))
      this.#frame.refuse(connection, NOTES_CLOSE.overloaded, "answer_under_way");
  }

  #beginAnswer(connection: NotesConnection, stateVector: Uint8Array): void {
    const { answers, stateRequests } = connection.budgets;
    const { answerBytesPerToken } = this.#frame.services.limits;
    let answer: StateAnswer | null = null;
    try {
      if (this.#isDestroyed) this.#frame.refuse(connection, NOTES_CLOSE.resync, "reloaded");
      else if (connection.isOpen) answer = this.#answers.to(stateVector);
    } finally {
      if (answer === null) answers.done();
    }
    if (answer === null) return;
    const { frames, isShared } = answer;
    if (!isShared) stateRequests.charge(frames.length / answerBytesPerToken);
    const { seq } = this.#replica;
    if (this.#frame.staged() === 0) connection.sendAnswer(frames, seq);
    else this.#frame.stage({ kind: "answer", connection, stateVector, frames, seq });
  }

  #takeUpdate(
    connection: NotesConnection,
    message: Extract<NotesMessage, { kind: "update" }>,
    nowMs: number,
  ): void {
    const { services, presence } = this.#frame;
    const { actorId } = connection.access;
    const storeDownUntilMs = services.storeDownUntilMs();
    const intake = intakeOf(connection, message, {
      replica: this.#replica,
      fill: this.#fill,
      limits: services.limits,
      nowMs,
      storeDownUntilMs,
      mayWriteAs: (clientId) => this.isOwner(actorId, clientId) && !presence.isHeldByOther(actorId, clientId),
    });
    const { isStateAnswer } = message;
    switch (intake.kind) {
      case "take":
        this.#watchDeletion(actorId, intake.pending);
        this.#takeParts({
          connection,
          isStateAnswer,
          ordinal: intake.ordinal,
          pending: intake.pending,
          ownSteps: 0,
          landings: 0,
        });
        break;
      case "known": {
        const entry = { kind: "known", connection, ordinal: intake.ordinal, isStateAnswer } as const;
        if (this.#frame.staged() === 0) acknowledge([entry], this.#replica.seq);
        else this.#frame.stage(entry);
        break;
      }
      case "turn-away":
        this.#frame.turnAway(connection, storeDownUntilMs - nowMs);
        break;
      default:
        this.#letGo(connection, intake);
    }
  }

  #watchDeletion(actorId: string, pending: PendingUpdate): void {
    const chars = this.#replica.lostChars(pending);
    if (chars === 0) return;
    const deletion = { actorId, chars, presentChars: () => this.#replica.presentChars() };
    const { documentName } = this.#replica;
    this.#frame.services.versions.deletionComing(documentName, deletion, () => this.state());
  }

  /** Takes a small update at once, a large one part by part in turns of their own: what else the sender sends waits. */
  #takeParts(taking: Taking): void {
    const { connection, pending } = taking;
    const first = pending.size <= this.#frame.services.limits.partSizeMax ? this.#takePart(taking) : 0;
    if (first === "done") return;
    connection.hold();
    const goOn = () => {
      if (!connection.isOpen) return;
      this.#frame.attempt(connection, () => {
        // What was taken is stored; the sender comes again with the rest.
        if (this.#isDestroyed) {
          this.#frame.refuse(connection, NOTES_CLOSE.resync, "reloaded");
          return;
        }
        const next = this.#takePart(taking);
        if (next === "done") this.#frame.release(connection);
        else inMs(next, goOn);
      });
    };
    inMs(first, goOn);
  }

  /** Takes the next part; when the one after it may follow, in milliseconds from now. */
  #takePart(taking: Taking): number | "done" {
    const { connection, isStateAnswer, ordinal, pending } = taking;
    const { services } = this.#frame;
    const { limits } = services;
    const { ownSteps, landingSteps } = connection.budgets;
    const nowMs = performance.now();
    const ownLeft = Math.max(0, ownSteps.left(nowMs));
    const { outcome, looked, row } = this.#replica.take(pending, {
      actor: connection.access.actorId,
      at: services.clock(),
      ownStepsMax: Math.min(limits.ownStepsPerUpdateMax - taking.ownSteps, ownLeft),
      landingStepsMax: Math.max(0, landingSteps.left(nowMs)),
    });
    ownSteps.charge(looked.own);
    landingSteps.charge(looked.others);
    taking.ownSteps += looked.own;
    taking.landings += looked.landings;
    const isDone = pending.isDone && outcome === "ok";
    if (isDone) connection.isSynced ||= isStateAnswer;
    // Only the last part acknowledges the message; those before it stand for what came before.
    const place = {
      connection,
      ordinal: isDone ? ordinal : ordinal - 1,
      isStateAnswer: isDone && isStateAnswer,
    };
    if (row !== null) {
      services.counters.updates += 1;
      services.counters.updateBytes += row.bytes.length;
      this.compaction.added(row.bytes.length);
      this.#fill.added(row.actor, row.bytes.length);
      this.#frame.stage({ kind: "update", ...place, row });
    } else if (isDone) this.#frame.stage({ kind: "known", ...place });
    switch (outcome) {
      case "ok":
        return isDone ? "done" : 0;
      case "later": {
        const waitMs = landingSteps.waitMs(nowMs);
        if (waitMs === 0 || taking.landings <= limits.landingsPerUpdateMax) return waitMs;
        this.#frame.refuse(connection, NOTES_CLOSE.overloaded, "too_many_landings");
        return "done";
      }
      case "gap":
        this.#letGo(connection, onGap(connection, ordinal, isStateAnswer));
        return "done";
      case "conflicts":
        if (taking.ownSteps > limits.ownStepsPerUpdateMax)
          this.#frame.refuse(connection, NOTES_CLOSE.contentRefused, "conflicts");
        else this.#frame.refuse(connection, NOTES_CLOSE.overloaded, "too_many_conflicts");
        return "done";
      case "structure":
        this.#frame.refuse(connection, NOTES_CLOSE.contentRefused, "structure");
        return "done";
      case "broken":
        this.#frame.refuse(connection, NOTES_CLOSE.contentRefused, "not_applicable");
        this.#frame.reload();
        return "done";
      default: {
        const unreachable: never = outcome;
        return unreachable;
      }
    }
  }

  #letGo(connection: NotesConnection, intake: NotTaken): void {
    if (intake.kind === "refuse") this.#frame.refuse(connection, intake.code, intake.reason);
  }

  #tellPresence(connection: NotesConnection): void {
    const frame = this.#frame.presence.greeting(connection);
    if (frame !== null) connection.send(frame);
  }
}

/** In a turn of its own. */
function inMs(waitMs: number, work: () => void): void {
  if (waitMs === 0) setImmediate(work);
  else setTimeout(work, waitMs).unref();
}
