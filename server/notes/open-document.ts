import type { NotesStore } from "../ports/notes-store.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import { CompactionNeed } from "./compaction-need.ts";
import type { NotesConnection } from "./connection.ts";
import { DocumentLives } from "./document-lives.ts";
import type { DocumentServices, DocumentState } from "./document-services.ts";
import type { StagedEntry } from "./group-commit.ts";
import { lifeFrame, type NotesMessage, stateAnswerFrame, stateRequestFrame } from "./notes-messages.ts";
import type { Presence } from "./presence.ts";
import { Replica } from "./replica.ts";
import { acknowledge } from "./saved-notice.ts";
import type { PendingUpdate } from "./update/pending-update.ts";
import { judgeUpdate, type NotTaken, onGap } from "./update-intake.ts";

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
  /** Items looked at to find places, so far. */
  steps: number;
}

/** A document that is loaded: answers messages on one replica of it, until that is thrown away. */
export class OpenDocument {
  readonly compaction: CompactionNeed;
  readonly #replica: Replica;
  readonly #frame: DocumentFrame;
  readonly #lives: DocumentLives;
  #isDestroyed = false;

  /** Throws `UnreadableDocument`. */
  constructor(documentName: string, loaded: Awaited<ReturnType<NotesStore["load"]>>, frame: DocumentFrame) {
    const { limits } = frame.services;
    this.#replica = new Replica(documentName, loaded, limits);
    this.compaction = new CompactionNeed(loaded, limits);
    this.#frame = frame;
    this.#lives = new DocumentLives(loaded);
  }

  /** A Yjs client id belongs to the first actor who wrote under it. */
  isOwner(actorId: string, clientId: number): boolean {
    const owner = this.#replica.ownerOf(clientId);
    return owner === undefined || owner === actorId;
  }

  fullState(): Uint8Array {
    return this.#replica.fullState();
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
    let stepsLeft: number = limits.conflictStepsPerUpdateMax;
    while (!pending.isDone) {
      const { outcome, steps, row } = this.#replica.take(pending, {
        actor: actorId,
        at: services.clock(),
        stepsMax: stepsLeft,
      });
      stepsLeft -= steps;
      if (row !== null) {
        this.compaction.added(row.bytes.length);
        stage({ kind: "own", row });
      }
      if (outcome === "broken") reload();
      if (outcome !== "ok") throw new Error(`the document does not take the update: ${outcome}`);
      if (!pending.isDone) await new Promise((resume) => setImmediate(resume));
      if (this.#isDestroyed) throw new Error("the document was loaded anew");
    }
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
    const { refuse, presence } = this.#frame;
    const { stateRequests, awarenessFrames } = connection.budgets;
    const nowMs = performance.now();
    switch (message.kind) {
      case "update":
        this.#takeUpdate(connection, message, nowMs);
        break;
      case "state-request":
        if (this.#replica.isBeyond(message.stateVector, connection.access.actorId))
          refuse(connection, NOTES_CLOSE.anotherLife, "another_life");
        else if (stateRequests.take(nowMs)) this.answer(connection, message.stateVector);
        else refuse(connection, NOTES_CLOSE.overloaded, "too_many_state_requests");
        break;
      case "awareness":
        // Echoes of others come at any rate and nothing in them matters for longer than a moment.
        if (!connection.access.canWrite || !awarenessFrames.take(nowMs)) break;
        if (!presence.receive(connection, message.bytes))
          refuse(connection, NOTES_CLOSE.contentRefused, "awareness");
        break;
      case "awareness-request":
        if (awarenessFrames.take(nowMs)) this.#tellPresence(connection);
        break;
      default:
        message satisfies never;
    }
  }

  /** Answers a state request, once everything the answer holds is on disk. */
  answer(connection: NotesConnection, stateVector: Uint8Array): void {
    if (!connection.isOpen) return;
    const { seq } = this.#replica;
    const frames = connection.withSeq(stateAnswerFrame(this.#replica.stateSince(stateVector)), seq);
    if (this.#frame.staged() === 0) connection.sendAnswer(frames);
    else this.#frame.stage({ kind: "answer", connection, stateVector, frames });
  }

  #takeUpdate(
    connection: NotesConnection,
    message: Extract<NotesMessage, { kind: "update" }>,
    nowMs: number,
  ): void {
    const { services, presence } = this.#frame;
    const { actorId } = connection.access;
    const storeDownUntilMs = services.storeDownUntilMs();
    const intake = judgeUpdate(connection, message, {
      replica: this.#replica,
      compaction: this.compaction,
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
          steps: 0,
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
    const deletion = { actorId, chars, standingChars: () => this.#replica.standingChars() };
    const { documentName } = this.#replica;
    this.#frame.services.versions.deletionComing(documentName, deletion, () => this.state());
  }

  /** Takes a small update at once, a large one part by part in turns of their own: what else the sender sends waits. */
  #takeParts(taking: Taking): void {
    const { connection, pending } = taking;
    if (pending.size <= this.#frame.services.limits.partSizeMax && this.#takePart(taking) === "done") return;
    connection.hold();
    const goOn = () => {
      if (!connection.isOpen) return;
      this.#frame.attempt(connection, () => {
        // What was taken is stored; the sender comes again with the rest.
        if (this.#isDestroyed) this.#frame.refuse(connection, NOTES_CLOSE.resync, "reloaded");
        else if (this.#takePart(taking) === "more") setImmediate(goOn);
        else this.#frame.release(connection);
      });
    };
    setImmediate(goOn);
  }

  #takePart(taking: Taking): "more" | "done" {
    const { connection, isStateAnswer, ordinal, pending } = taking;
    const { services } = this.#frame;
    const { limits, conflictSteps } = services;
    const spent = conflictSteps.get(this.#replica.documentName) ?? 0;
    const stepsMax = Math.min(
      limits.conflictStepsPerUpdateMax - taking.steps,
      limits.conflictStepsPerDocumentMax - spent,
    );
    const { actorId } = connection.access;
    const { outcome, steps, row } = this.#replica.take(pending, {
      actor: actorId,
      at: services.clock(),
      stepsMax,
    });
    if (steps > 0) conflictSteps.set(this.#replica.documentName, spent + steps);
    taking.steps += steps;
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
      this.#frame.stage({ kind: "update", ...place, row });
    } else if (isDone) this.#frame.stage({ kind: "known", ...place });
    switch (outcome) {
      case "ok":
        return isDone ? "done" : "more";
      case "gap":
        this.#letGo(connection, onGap(connection, ordinal, isStateAnswer));
        return "done";
      case "structure":
      case "conflicts":
        this.#frame.refuse(connection, NOTES_CLOSE.contentRefused, outcome);
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
