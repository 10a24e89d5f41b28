import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import {
  NOTES_FRAGMENT,
  NOTES_LAYOUT,
  NOTES_LIFE_MESSAGE,
  NOTES_SAVED_MESSAGE,
} from "../../../shared/protocol/notes.ts";
import { NOTES_LIVES_PARAMETER } from "../../../shared/protocol/notes-lives.ts";
import { finalClose, type NotesLink } from "./badge-state.ts";
import { CompositionGate } from "./composition-gate.ts";
import { HeldLives } from "./held-lives.ts";
import { notesSocketClass } from "./notes-socket.ts";
import { readableText } from "./readable-text.ts";
import { SaveTracker } from "./save-tracker.ts";
import type { UnsavedCopy } from "./unsaved-copy.ts";

const SYNC_MESSAGE = 0;
const AWARENESS_MESSAGE = 1;
const SYNC_STEP_1 = 0;
/** A WebSocket frame over the server's limit: sending the same again would end the same way. */
const FRAME_TOO_LARGE_CODE = 1009;
const KEEP_DELAY_MS = 400;

/** The origin of edits restored from this machine, so that they count as made here. */
const RESTORED = Symbol("restored from this machine");

/** What the screen shows of a connection; a new object whenever something changed. */
export interface NotesStatus {
  readonly link: NotesLink;
  /** Some edit made here is not known to be on the server's disk. */
  readonly unsaved: boolean;
  /** What is unsaved could be kept on this machine. */
  readonly keptHere: boolean;
  /** Whether the document's content has ever been here. */
  readonly loaded: boolean;
}

export interface NotesConnectionOptions {
  /** `ws://host/yjs`. */
  readonly url: string;
  /** `<sessionId>/<roomId>/notes`. */
  readonly documentName: string;
  readonly token: string;
  readonly makeCopy: (documentKey: string) => UnsavedCopy;
  readonly Socket: typeof WebSocket;
  /** Different for every client, so that a restarted server is not met by all at once. */
  readonly maxBackoffMs: number;
  /**
   * The server has the notes of another life, as after a backup was put back, or refuses for good what was written here: this
   * connection is of no more use. `text` is all that was here.
   */
  readonly onSetAside: (text: string) => void;
}

/** One notes document and its one connection, from `connect` to `dispose`. */
export class NotesConnection {
  readonly doc = new Y.Doc();
  readonly fragment: Y.XmlFragment;
  readonly provider: WebsocketProvider;
  readonly gate = new CompositionGate();
  private readonly tracker = new SaveTracker();
  private readonly lives = new HeldLives();
  private readonly copy: UnsavedCopy;
  private readonly listeners = new Set<() => void>();
  private status: NotesStatus = {
    link: { state: "connecting" },
    unsaved: false,
    keptHere: true,
    loaded: false,
  };
  private savedStateVector: Uint8Array;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;
  private discarded = false;

  constructor(options: NotesConnectionOptions) {
    this.fragment = this.doc.getXmlFragment(NOTES_FRAGMENT);
    this.savedStateVector = Y.encodeStateVector(this.doc);
    this.copy = options.makeCopy(String(this.doc.clientID));
    // Before the provider listens: an edit is counted before the message that carries it.
    this.doc.on("update", this.onUpdate);
    this.provider = new WebsocketProvider(options.url, options.documentName, this.doc, {
      connect: false,
      disableBc: true,
      params: {
        token: options.token,
        [NOTES_LAYOUT.name]: NOTES_LAYOUT.value,
        [NOTES_LIVES_PARAMETER]: "",
      },
      maxBackoffTime: options.maxBackoffMs,
      WebSocketPolyfill: notesSocketClass(options.Socket, this.gate, (kind) =>
        this.tracker.messageSent(kind),
      ),
      shouldReconnect: ({ code }) => code !== FRAME_TOO_LARGE_CODE && !(code >= 4400 && code < 4500),
    });
    this.installMessageHandlers();
    this.provider.on("status", ({ status }) => {
      if (status === "connected") this.setStatus({ link: { state: "connecting" } });
    });
    this.provider.on("sync", (synced) => {
      if (synced) this.setStatus({ link: { state: "synced" }, loaded: true });
    });
    this.provider.on("connection-close", this.onConnectionClose);
    this.provider.on("closed", ({ code }) => {
      const why = code === FRAME_TOO_LARGE_CODE ? "tooLarge" : finalClose(code);
      this.setStatus({ link: { state: "ended", why } });
      const isRefused = (why === "contentRefused" || why === "tooLarge") && this.tracker.hasUnsaved();
      if (why !== "anotherLife" && !isRefused) return;
      options.onSetAside(readableText(this.doc));
      // It is set aside as text, and must not be taken over as part of the notes: what was refused would be so again, and
      // whatever is written after it with it.
      this.discardUnsaved();
    });
    this.restore();
  }

  /** Connects, also again after a final close. */
  connect(): void {
    if (this.disposed) return;
    if (this.status.link.state === "ended") this.setStatus({ link: { state: "connecting" } });
    this.provider.connect();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): NotesStatus => this.status;

  /** Writes what is unsaved to this machine now, as when the page is about to go. */
  keepNow(): void {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (this.discarded || !this.tracker.hasUnsaved()) return;
    const update = Y.encodeStateAsUpdate(this.doc, this.savedStateVector);
    const keptHere = this.copy.keep(update, this.lives.held());
    this.setStatus({ keptHere });
  }

  /** Gives up what is unsaved, on this machine too, as its author wishes; the connection is of no more use then. */
  discardUnsaved(): void {
    clearTimeout(this.keepTimer);
    this.discarded = true;
    this.copy.clear();
  }

  /** Ends the connection; what is not on the server's disk stays on this machine for the next time. */
  dispose(): void {
    if (this.disposed) return;
    this.gate.end();
    this.keepNow();
    this.disposed = true;
    this.listeners.clear();
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }

  private readonly onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return;
    this.tracker.edited();
    this.setStatus({ unsaved: true });
    this.keepTimer ??= setTimeout(() => this.keepNow(), KEEP_DELAY_MS);
  };

  private readonly onConnectionClose = (): void => {
    this.tracker.connectionChanged();
    this.gate.drop();
    this.setStatus({ link: { state: "offline" } });
  };

  private installMessageHandlers(): void {
    const handlers = this.provider.messageHandlers;
    for (const type of [SYNC_MESSAGE, AWARENESS_MESSAGE]) {
      const handle = handlers[type];
      if (handle === undefined) throw new Error(`y-websocket has no handler for message type ${type}`);
      handlers[type] = (encoder, decoder, provider, emitSynced, messageType) => {
        const isQuestion = type === SYNC_MESSAGE && decoding.peekVarUint(decoder) === SYNC_STEP_1;
        if (isQuestion) {
          handle(encoder, decoder, provider, emitSynced, messageType);
          return;
        }
        const rest = decoding.readTailAsUint8Array(decoder);
        this.gate.letIn(() =>
          handle(encoding.createEncoder(), decoding.createDecoder(rest), provider, emitSynced, messageType),
        );
      };
    }
    handlers[NOTES_LIFE_MESSAGE] = (_encoder, decoder) => {
      this.lives.told(decoding.readVarString(decoder), decoding.readVarUint(decoder));
      this.sayLives();
    };
    handlers[NOTES_SAVED_MESSAGE] = (_encoder, decoder) => this.onSaved(decoding.readVarUint(decoder));
  }

  private onSaved(count: number): void {
    this.tracker.acknowledged(count);
    if (this.tracker.hasUnsaved()) return;
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    this.savedStateVector = Y.encodeStateVector(this.doc);
    this.copy.clear();
    this.setStatus({ unsaved: false, keptHere: true });
  }

  private restore(): void {
    const copies = this.copy.take();
    if (copies.length === 0) return;
    for (const { update, lives } of copies) {
      this.lives.takeOver(lives);
      try {
        Y.applyUpdate(this.doc, update, RESTORED);
      } catch {
        // A copy damaged on this machine must not keep the document from opening.
      }
    }
    this.sayLives();
    // What leans on text that is not here yet makes no event of its own.
    this.tracker.edited();
    this.setStatus({ unsaved: true });
  }

  /** The provider makes its address anew each time it connects. */
  private sayLives(): void {
    this.provider.params[NOTES_LIVES_PARAMETER] = this.lives.parameter();
  }

  private setStatus(changes: Partial<NotesStatus>): void {
    if (this.disposed) return;
    const next = { ...this.status, ...changes };
    const same = (Object.keys(changes) as (keyof NotesStatus)[]).every(
      (name) => JSON.stringify(next[name]) === JSON.stringify(this.status[name]),
    );
    if (same) return;
    this.status = next;
    for (const listener of [...this.listeners]) listener();
  }
}
