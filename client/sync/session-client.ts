import type { Viewer } from "../../shared/protocol/session-socket.ts";
import { SessionConnection } from "./connection.ts";
import { Follows } from "./follows.ts";
import { LaneStore } from "./lane-store.ts";
import { newId } from "./new-id.ts";
import { Outbox } from "./outbox.ts";
import { type EntryStorage, OutboxStorage } from "./outbox-storage.ts";
import { type MachineClocks, ServerClock } from "./server-clock.ts";
import { WallWatch } from "./wall-watch.ts";
import { WholeSeconds } from "./whole-seconds.ts";

interface Options {
  readonly sessionId: string;
  readonly token: string;
  /** Whose outbox it is: a person's id, `organiser` or `stage`. */
  readonly actorId: string;
  readonly storage: EntryStorage & Pick<Storage, "getItem" | "setItem">;
  readonly signals: EventTarget;
  readonly url?: string;
  /** Absent in the browser: its own. */
  readonly clocks?: MachineClocks;
}

/** One viewer's live copy of one session, with the way to change it. */
export class SessionClient {
  readonly sessionId: string;
  /** For calls over HTTP. */
  readonly token: string;
  readonly actorId: string;
  readonly store = new LaneStore();
  readonly outbox: Outbox;
  readonly follows: Follows;
  readonly connection: SessionConnection;
  readonly clock: ServerClock;
  /** By the server's clock. */
  readonly seconds: WholeSeconds;
  readonly wall: WallWatch;
  private viewer: Viewer | undefined;
  private readonly viewerListeners = new Set<() => void>();
  private readonly guessListeners = new Set<() => void>();
  private readonly leaveListeners = new Set<() => void>();

  constructor({ sessionId, token, actorId, storage, signals, url, clocks }: Options) {
    this.sessionId = sessionId;
    this.token = token;
    this.actorId = actorId;
    this.outbox = new Outbox(new OutboxStorage(storage, sessionId, actorId), newId);
    this.follows = new Follows(storage, sessionId, actorId);
    this.clock = new ServerClock(clocks);
    this.seconds = new WholeSeconds(this.clock);
    this.wall = new WallWatch(() => this.clock.now());
    this.connection = new SessionConnection({
      sessionId,
      token,
      ...(url !== undefined && { url }),
      signals,
      store: this.store,
      outbox: this.outbox,
      follows: this.follows,
      onViewer: (viewer) => this.setViewer(viewer),
      clock: this.clock,
      wall: this.wall,
      onGuesses: () => {
        for (const listener of [...this.guessListeners]) listener();
      },
    });
  }

  /** Who the viewer is; undefined before the first join. */
  currentViewer(): Viewer | undefined {
    return this.viewer;
  }

  /** A question this browser is about to ask where askers are never recorded. */
  follow(followId: string): void {
    this.follows.add(followId);
    this.connection.followsChanged();
  }

  subscribeViewer(listener: () => void): () => void {
    this.viewerListeners.add(listener);
    return () => this.viewerListeners.delete(listener);
  }

  /** Hears that somebody guesses PINs. */
  subscribeGuesses(listener: () => void): () => void {
    this.guessListeners.add(listener);
    return () => this.guessListeners.delete(listener);
  }

  /** Leaves the session for good. What is not sent waits for the next client of the same actor. */
  leave(): void {
    this.connection.stop();
    for (const listener of [...this.leaveListeners]) listener();
  }

  /** Hears that the session is left: what is done through this client from then on would be sent by another, at any time. */
  subscribeLeave(listener: () => void): () => void {
    this.leaveListeners.add(listener);
    return () => this.leaveListeners.delete(listener);
  }

  private setViewer(viewer: Viewer): void {
    if (JSON.stringify(this.viewer) === JSON.stringify(viewer)) return;
    this.viewer = viewer;
    for (const listener of [...this.viewerListeners]) listener();
  }
}
