import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { KnownLife } from "../../shared/protocol/notes-lives.ts";
import { writeThrough } from "../connections/write-through.ts";
import type { WireFrames } from "../web-socket-frames.ts";
import type { ActorBudget } from "./actor-budgets.ts";
import type { GrantedAccess, NotesRequest } from "./authorization.ts";
import type { NotesLimits } from "./notes-limits.ts";
import { lifeFrame, savedFrame } from "./notes-messages.ts";

export interface ConnectionParts {
  readonly webSocket: WebSocket;
  /** The raw socket under `webSocket`, for frames made once for many. */
  readonly socket: Duplex;
  readonly request: NotesRequest;
  readonly access: GrantedAccess;
  readonly limits: NotesLimits;
  readonly budgets: ActorBudget;
  /** The lives the client holds something of; null for a client that does not know of lives. */
  readonly knownLives: readonly KnownLife[] | null;
}

/** One open socket on one document: what it may do, what it was promised, what waits for it. */
export class NotesConnection {
  readonly request: NotesRequest;
  readonly access: GrantedAccess;
  readonly budgets: ActorBudget;
  readonly knownLives: readonly KnownLife[] | null;
  /** Whether the server has asked for its state. */
  isGreeted = false;
  /** Whether its first state answer has come; a gap before that is the client's haste, after it an error. */
  isSynced = false;
  /** Set by the sweep while more than `outboundMaxBytes` are unsent; like `heardAtMs` on a clock that is never set. */
  slowSinceMs: number | null = null;
  heardAtMs = performance.now();
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;
  readonly #limits: NotesLimits;
  #isOpen = true;
  #hasLeft = false;
  #received = 0;
  #saved = 0;
  #firstDropped: number | null = null;
  #holds = 0;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #answerBytes = 0;

  constructor({ webSocket, socket, request, access, limits, budgets, knownLives }: ConnectionParts) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#limits = limits;
    this.request = request;
    this.access = access;
    this.budgets = budgets;
    this.knownLives = knownLives;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether the peer is gone; what it sent before may still wait to be taken. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  /** Bytes written and not yet taken by the network. */
  get unsentBytes(): number {
    return this.#socket.writableLength;
  }

  /** Counts an update-bearing message; the number acknowledgements speak of. */
  countUpdate(): number {
    this.#received += 1;
    return this.#received;
  }

  /** An update was let go because the coming state answer carries it; nothing from it on is saved before that. */
  dropUntilSynced(ordinal: number): void {
    this.#firstDropped ??= ordinal;
  }

  /**
   * Tells the client that its first `ordinal` update messages are on disk, unless one of them was let go. `seq` is how far
   * the document is on disk.
   */
  acknowledge(ordinal: number, isStateAnswer: boolean, seq: number): void {
    if (isStateAnswer) this.#firstDropped = null;
    if (ordinal <= this.#saved || (this.#firstDropped !== null && ordinal >= this.#firstDropped)) return;
    this.#saved = ordinal;
    this.send(this.withSeq(savedFrame(ordinal), seq));
  }

  /** Frames with what they bring the client to before them, where it knows of lives. */
  withSeq(frames: WireFrames, seq: number): WireFrames {
    return this.knownLives === null ? frames : Buffer.concat([lifeFrame(seq), frames]);
  }

  /** Writes frames; false once the reader is so far behind that it has to come again. */
  send(frames: WireFrames): boolean {
    if (!this.#isOpen || this.#hasLeft) return true;
    writeThrough(this.#socket, frames);
    const unsent = this.#socket.writableLength;
    if (unsent === 0) this.#answerBytes = 0;
    return unsent <= this.#limits.outboundHardMaxBytes + this.#answerBytes;
  }

  /**
   * Writes the answer to a state request: it may be a whole document and does not count as lagging. Ends the actor's turn
   * when it has left the socket or went with it.
   */
  sendAnswer(frames: WireFrames, seq: number): void {
    const { answers } = this.budgets;
    if (!this.#isOpen || this.#hasLeft) {
      answers.done();
      return;
    }
    let isUnderWay = true;
    const end = () => {
      if (isUnderWay) answers.done();
      isUnderWay = false;
    };
    this.#answerBytes = Math.min(this.#answerBytes + frames.length, this.#limits.documentMaxBytes);
    // Before the answer and not in one with it: many readers share its bytes.
    if (this.knownLives !== null) this.#socket.write(lifeFrame(seq));
    this.#socket.write(frames, end);
    if (this.#socket.writableLength > 0) return;
    this.#answerBytes = 0;
    end();
  }

  /** From here on messages wait. Holds nest. */
  hold(): void {
    this.#holds += 1;
  }

  /** Keeps a message for later; false when there are too many. */
  keep(message: Uint8Array): boolean {
    this.#heldBytes += message.length;
    if (this.#held.length >= this.#limits.heldFramesMax || this.#heldBytes > this.#limits.heldBytesMax)
      return false;
    this.#held.push(new Uint8Array(message));
    return true;
  }

  /** Ends one hold; at the last, what waited is handed to `receive` in order. */
  release(receive: (message: Uint8Array) => void): void {
    this.#holds -= 1;
    if (this.#holds > 0) return;
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    for (const message of held) if (this.#isOpen) receive(message);
  }

  /** Says goodbye; the socket is cut when the peer does not answer in time. */
  close(code: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#held = [];
    this.#webSocket.close(code);
    const timer = setTimeout(() => this.#webSocket.terminate(), this.#limits.closeGraceMs);
    this.#webSocket.once("close", () => clearTimeout(timer));
  }

  /** The peer went away. */
  left(): void {
    this.#hasLeft = true;
  }

  /** Ends it without a word. */
  cut(): void {
    this.#isOpen = false;
    this.#held = [];
    this.#webSocket.terminate();
  }
}
