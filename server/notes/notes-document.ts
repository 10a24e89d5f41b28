import { StorageError } from "../ports/storage-error.ts";
import { broadcast, type Delivery } from "./broadcast.ts";
import { MalformedBytes } from "./byte-cursor.ts";
import { NOTES_CLOSE } from "./close-codes.ts";
import type { NotesConnection } from "./connection.ts";
import type { DocumentServices } from "./document-services.ts";
import { countRefusal } from "./notes-counters.ts";
import { readMessage, updateFrame } from "./notes-messages.ts";
import { OpenDocument } from "./open-document.ts";
import { Presence } from "./presence/presence.ts";
import type { Staged, StagedDocument, StagedEntry } from "./storing/group-commit.ts";
import { othersUpdatesSince } from "./storing/others-updates.ts";
import { acknowledge } from "./storing/saved-notice.ts";

/**
 * `loading`: connections may come, their messages wait. `active`: served. `flushing`: nobody is left and the last updates
 * are on their way to the disk; who comes now finds the same replica. `closed`: forgotten.
 */
type Phase =
  | { readonly kind: "loading" }
  | { readonly kind: "active"; readonly open: OpenDocument }
  | { readonly kind: "flushing"; readonly open: OpenDocument }
  | { readonly kind: "closed" };

const TURN_AWAY_SPREAD_MS = 500;

/** A notes document while somebody uses it: its life from loading to rest, and who is to hear what when it is on disk. */
export class NotesDocument implements StagedDocument {
  readonly name: string;
  readonly connections = new Set<NotesConnection>();
  readonly #services: DocumentServices;
  readonly #onClosed: () => void;
  readonly #presence: Presence;
  #state: Phase = { kind: "loading" };
  #loaded: Promise<boolean>;
  /** Seq of the last update on disk. */
  #storedSeq = 0;
  /** Entries of this document the commit still has. */
  #staged = 0;
  /** The server's own that are under way; they need the document as a connection does. */
  #writings = 0;

  constructor(name: string, services: DocumentServices, onClosed: () => void) {
    this.name = name;
    this.#services = services;
    this.#onClosed = onClosed;
    this.#presence = new Presence({
      limits: services.limits,
      clock: services.clock,
      connections: () => this.connections,
      mayWriteAs: (actorId, clientId) =>
        this.#state.kind === "active" && this.#state.open.isOwner(actorId, clientId),
      onLagging: (reader) => this.dismiss(reader, NOTES_CLOSE.slow),
    });
    this.#loaded = this.#load();
  }

  get staged(): number {
    return this.#staged;
  }

  /** The last line that says something, cut; null while the document is not loaded. */
  lastLine(): string | null {
    return this.#state.kind === "active" || this.#state.kind === "flushing"
      ? this.#state.open.lastLine()
      : null;
  }

  /** Takes in an open connection. */
  join(connection: NotesConnection): void {
    if (this.#state.kind === "closed") {
      connection.close(NOTES_CLOSE.overloaded);
      return;
    }
    this.connections.add(connection);
    if (this.#state.kind === "loading") {
      connection.hold();
      return;
    }
    if (this.#state.kind === "flushing") this.#state = { kind: "active", open: this.#state.open };
    this.#state.open.greet(connection);
  }

  /** The peer is gone; messages of it that wait are taken first. */
  left(connection: NotesConnection): void {
    connection.left();
    if (connection.isHeld && connection.isOpen) this.#presence.leave(connection);
    else this.leave(connection);
  }

  /** Ends one hold on a connection. */
  release(connection: NotesConnection): void {
    connection.release((message) => this.receive(connection, message));
    if (connection.hasLeft && !connection.isHeld) this.leave(connection);
  }

  /** Forgets a connection. */
  leave(connection: NotesConnection): void {
    if (!this.connections.delete(connection)) return;
    connection.budgets.answers.forget(connection);
    this.#presence.leave(connection);
    this.#settle();
  }

  /** Closes a connection from this side. */
  dismiss(connection: NotesConnection, code: number): void {
    if (code === NOTES_CLOSE.slow) this.#services.counters.slowReadersClosed += 1;
    connection.close(code);
    this.leave(connection);
  }

  /**
   * Writes updates of the server's own for an actor; everybody connected gets them. Resolves once they are on disk; rejects
   * where the document or the disk does not take them all.
   */
  async write(updates: readonly Uint8Array[], actorId: string): Promise<void> {
    this.#writings += 1;
    try {
      while (await this.#loaded) {
        // It is just being loaded anew.
        if (this.#state.kind === "loading") continue;
        if (this.#state.kind === "closed") break;
        const { open } = this.#state;
        for (const update of updates) await open.write(update, actorId);
        if (!(await this.#onDisk())) throw new StorageError("the notes were not stored", { retryable: true });
        return;
      }
      throw new StorageError(`notes document ${this.name} could not be loaded`, { retryable: true });
    } finally {
      this.#writings -= 1;
      this.#settle();
    }
  }

  /** A message as it came off the socket. */
  receive(connection: NotesConnection, data: Uint8Array): void {
    if (!connection.isOpen) return;
    if (connection.isHeld) {
      if (!connection.keep(data)) this.#refuse(connection, NOTES_CLOSE.overloaded, "too_much_held");
      return;
    }
    if (this.#state.kind !== "active") return;
    const { open } = this.#state;
    if (open.isTooLarge(data.length)) {
      this.#refuse(connection, NOTES_CLOSE.tooLarge, "frame_too_large");
      return;
    }
    this.#attempt(connection, () => open.handle(connection, readMessage(data)));
  }

  /** What nobody foresaw costs its sender the connection and the document a load; it ends no process. */
  #attempt(connection: NotesConnection, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof MalformedBytes) {
        this.#refuse(connection, NOTES_CLOSE.malformed, "malformed");
        return;
      }
      this.#services.log("notes_frame_failed", { documentName: this.name, error: stackOf(error) });
      this.#refuse(connection, NOTES_CLOSE.resync, "internal");
      if (this.#state.kind === "active") this.#reload();
    }
  }

  /** The document is known to have come to `seq`: takes in what others stored, and passes it on. Never rejects. */
  async catchUp(seq: number): Promise<void> {
    if ((await this.#loaded) && seq > this.#storedSeq) await this.#services.commit.catchUp(this);
  }

  async follow(staged: Staged): Promise<boolean> {
    const others = await othersUpdatesSince(this.#services.store, this.name, this.#storedSeq);
    if (this.#state.kind === "closed") return true;
    if (this.#state.kind === "loading") return this.#staged === 0;
    if (others.seq <= this.#storedSeq) return true;
    const updates = this.#state.open.follow(others, this.#storedSeq, staged.rows());
    if (updates === null) return false;
    staged.moveOn(others.seq - this.#storedSeq);
    this.#storedSeq = others.seq;
    this.#passOn(updates.map(({ bytes }) => ({ sender: null, frame: updateFrame(bytes) })));
    if (updates.length > 0) this.#services.onWritten(this.name);
    this.#compactIfDue();
    return true;
  }

  committed(entries: readonly StagedEntry[]): void {
    this.#staged -= entries.length;
    const deliveries: Delivery[] = [];
    for (const entry of entries) {
      if (entry.kind === "update" || entry.kind === "own") this.#storedSeq = entry.row.seq;
    }
    acknowledge(entries, this.#storedSeq);
    for (const entry of entries) {
      if (entry.kind === "answer") entry.connection.sendAnswer(entry.frames, entry.seq);
      else if (entry.kind === "barrier") entry.settle(true);
      else if (entry.kind === "update" || entry.kind === "own") {
        const sender = entry.kind === "update" ? entry.connection : null;
        deliveries.push({ sender, frame: updateFrame(entry.row.bytes) });
        this.#services.versions.changed(this.name, entry.row.actor, entry.row.seq);
      }
    }
    if (deliveries.length > 0) this.#services.onWritten(this.name);
    this.#services.counters.deliveries += deliveries.length * Math.max(0, this.connections.size - 1);
    this.#passOn(deliveries);
    this.#compactIfDue();
    this.#settle();
  }

  #passOn(deliveries: readonly Delivery[], readers: Iterable<NotesConnection> = this.connections): void {
    broadcast(deliveries, readers, this.#storedSeq, (reader) => this.dismiss(reader, NOTES_CLOSE.slow));
  }

  /**
   * The replica holds what the disk does not. Those who wrote it, and those who might think the server has it, come again;
   * readers keep their socket and are served from a fresh replica.
   */
  failed(entries: readonly StagedEntry[]): void {
    this.#staged -= entries.length;
    const asking: Extract<StagedEntry, { kind: "answer" }>[] = [];
    if (this.#state.kind !== "loading") this.#reload();
    for (const entry of entries) {
      if (entry.kind === "barrier") entry.settle(false);
      else if (entry.kind === "answer") {
        asking.push(entry);
        entry.connection.budgets.answers.done();
      } else if (entry.kind !== "own") this.dismiss(entry.connection, NOTES_CLOSE.overloaded);
    }
    for (const connection of [...this.connections]) {
      if (connection.isGreeted && !connection.isSynced) this.dismiss(connection, NOTES_CLOSE.overloaded);
    }
    void this.#loaded.then(() => {
      if (this.#state.kind !== "active") return;
      for (const { connection, stateVector } of asking) this.#state.open.answer(connection, stateVector);
    });
  }

  #stage(entry: StagedEntry): void {
    this.#staged += 1;
    this.#services.commit.stage(this, entry);
  }

  /** Resolves once what is staged now is on disk; false when it will never be. */
  #onDisk(): Promise<boolean> {
    return new Promise((settle) => {
      this.#stage({ kind: "barrier", settle });
    });
  }

  #refuse(connection: NotesConnection, code: number, reason: string): void {
    const { counters, log } = this.#services;
    countRefusal(counters, reason);
    log("notes_refused", { documentName: this.name, actorId: connection.access.actorId, code, reason });
    this.dismiss(connection, code);
  }

  /** Lets a writer wait, so that a room full of them does not come back ten times a second while the disk is full. */
  #turnAway(connection: NotesConnection, waitMs: number): void {
    countRefusal(this.#services.counters, "store_down");
    connection.hold();
    const spreadMs = (this.connections.size * 37) % TURN_AWAY_SPREAD_MS;
    setTimeout(() => this.dismiss(connection, NOTES_CLOSE.overloaded), waitMs + spreadMs).unref();
  }

  #compactIfDue(): void {
    if (this.#state.kind !== "active" || !this.#state.open.compaction.isDue()) return;
    void this.#services.compact(this.name).then(this.#state.open.compaction.start());
  }

  #reload(): void {
    if (this.#state.kind === "active" || this.#state.kind === "flushing") this.#state.open.destroy();
    this.#state = { kind: "loading" };
    for (const connection of this.connections) connection.hold();
    this.#loaded = this.#load();
  }

  async #load(): Promise<boolean> {
    // After a reload, good updates may still be on their way to the disk.
    if (this.#staged > 0) await this.#onDisk();
    let open: OpenDocument;
    try {
      const loaded = await this.#services.store.load(this.name);
      open = this.#openWith(loaded);
      const isBehind = loaded.seq > this.#storedSeq;
      this.#storedSeq = loaded.seq;
      // What others stored since the last load went to nobody here.
      const readers = [...this.connections].filter(({ isGreeted }) => isGreeted);
      if (isBehind && readers.length > 0)
        this.#passOn([{ sender: null, frame: updateFrame(open.fullState()) }], readers);
      this.#services.versions.opened(this.name, loaded.seq);
    } catch (error) {
      this.#services.log("notes_load_failed", { documentName: this.name, error: String(error) });
      this.#close();
      for (const connection of [...this.connections]) this.dismiss(connection, NOTES_CLOSE.overloaded);
      return false;
    }
    this.#state = { kind: "active", open };
    for (const connection of [...this.connections]) {
      if (!connection.isGreeted) open.greet(connection);
      this.release(connection);
    }
    this.#compactIfDue();
    this.#settle();
    return true;
  }

  #openWith(loaded: ConstructorParameters<typeof OpenDocument>[1]): OpenDocument {
    return new OpenDocument(this.name, loaded, {
      presence: this.#presence,
      services: this.#services,
      staged: () => this.#staged,
      stage: (entry) => this.#stage(entry),
      refuse: (connection, code, reason) => this.#refuse(connection, code, reason),
      turnAway: (connection, waitMs) => this.#turnAway(connection, waitMs),
      attempt: (connection, work) => this.#attempt(connection, work),
      release: (connection) => this.release(connection),
      reload: () => this.#reload(),
    });
  }

  /** Goes to rest when nobody needs the document and nothing of it is under way. */
  #settle(): void {
    if (this.connections.size > 0 || this.#writings > 0) return;
    if (this.#state.kind !== "active" && this.#state.kind !== "flushing") return;
    if (this.#staged > 0) {
      this.#state = { kind: "flushing", open: this.#state.open };
      return;
    }
    this.#state.open.destroy();
    this.#close();
  }

  #close(): void {
    this.#state = { kind: "closed" };
    this.#presence.stop();
    this.#onClosed();
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
