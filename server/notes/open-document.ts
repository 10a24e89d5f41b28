import type { NotesStore } from "../ports/notes-store.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import { CompactionNeed } from "./compaction-need.ts";
import type { NotesConnection } from "./connection.ts";
import type { DocumentServices } from "./document-services.ts";
import type { StagedEntry } from "./group-commit.ts";
import { type NotesMessage, stateAnswerFrame, stateRequestFrame } from "./notes-messages.ts";
import type { Presence } from "./presence.ts";
import { Replica } from "./replica.ts";
import { acknowledge } from "./saved-notice.ts";
import { takeUpdate } from "./update-intake.ts";

/** What a loaded document asks of the one around it. */
export interface DocumentFrame {
  readonly presence: Presence;
  readonly services: DocumentServices;
  /** Entries on their way to the disk. */
  staged(): number;
  stage(entry: StagedEntry): void;
  refuse(connection: NotesConnection, code: number, reason: string): void;
  turnAway(connection: NotesConnection, waitMs: number): void;
  /** The replica is no more to be used. */
  reload(): void;
}

/** A document that is loaded: answers messages on one replica of it, until that is thrown away. */
export class OpenDocument {
  readonly compaction: CompactionNeed;
  readonly #replica: Replica;
  readonly #frame: DocumentFrame;

  /** Throws `UnreadableDocument`. */
  constructor(documentName: string, loaded: Awaited<ReturnType<NotesStore["load"]>>, frame: DocumentFrame) {
    const { limits } = frame.services;
    this.#replica = new Replica(documentName, loaded, limits);
    this.compaction = new CompactionNeed(loaded, limits);
    this.#frame = frame;
  }

  /** A Yjs client id belongs to the first actor who wrote under it. */
  isOwner(actorId: string, clientId: number): boolean {
    const owner = this.#replica.ownerOf(clientId);
    return owner === undefined || owner === actorId;
  }

  fullState(): Uint8Array {
    return this.#replica.fullState();
  }

  destroy(): void {
    this.#replica.destroy();
  }

  /** Asks a newcomer for what the server lacks, and tells who is here. */
  greet(connection: NotesConnection): void {
    connection.isGreeted = true;
    connection.send(stateRequestFrame(this.#replica.stateVector()));
    this.#tellPresence(connection);
  }

  handle(connection: NotesConnection, message: NotesMessage): void {
    const { refuse, services, presence } = this.#frame;
    const nowMs = services.clock();
    switch (message.kind) {
      case "update":
        this.#takeUpdate(connection, message, nowMs);
        break;
      case "state-request":
        if (connection.stateRequests.take(nowMs)) this.answer(connection, message.stateVector);
        else refuse(connection, NOTES_CLOSE.overloaded, "too_many_state_requests");
        break;
      case "awareness":
        // Echoes of others come at any rate and nothing in them matters for longer than a moment.
        if (!connection.access.canWrite || !connection.awarenessFrames.take(nowMs)) break;
        if (!presence.receive(connection, message.bytes))
          refuse(connection, NOTES_CLOSE.contentRefused, "awareness");
        break;
      case "awareness-request":
        if (connection.awarenessFrames.take(nowMs)) this.#tellPresence(connection);
        break;
      default:
        message satisfies never;
    }
  }

  /** Answers a state request, once everything the answer holds is on disk. */
  answer(connection: NotesConnection, stateVector: Uint8Array): void {
    if (!connection.isOpen) return;
    const frames = stateAnswerFrame(this.#replica.stateSince(stateVector));
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
    const intake = takeUpdate(connection, message, {
      replica: this.#replica,
      compaction: this.compaction,
      limits: services.limits,
      nowMs,
      storeDownUntilMs,
      mayWriteAs: (clientId) => this.isOwner(actorId, clientId) && !presence.isHeldByOther(actorId, clientId),
    });
    switch (intake.kind) {
      case "stage":
        if (intake.entry.kind === "update") {
          services.counters.updates += 1;
          services.counters.updateBytes += message.bytes.length;
          this.#frame.stage(intake.entry);
        } else if (this.#frame.staged() === 0) acknowledge([intake.entry]);
        else this.#frame.stage(intake.entry);
        break;
      case "ignore":
        break;
      case "turn-away":
        this.#frame.turnAway(connection, storeDownUntilMs - nowMs);
        break;
      case "broken":
        this.#frame.refuse(connection, NOTES_CLOSE.contentRefused, "not_applicable");
        this.#frame.reload();
        break;
      case "refuse":
        this.#frame.refuse(connection, intake.code, intake.reason);
        break;
      default:
        intake satisfies never;
    }
  }

  #tellPresence(connection: NotesConnection): void {
    const frame = this.#frame.presence.greeting(connection);
    if (frame !== null) connection.send(frame);
  }
}
