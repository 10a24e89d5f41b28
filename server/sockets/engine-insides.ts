import type { Socket as Line } from "node:net";
import { Decoder, Encoder, type Packet, PacketType } from "socket.io-parser";
import { writeThrough } from "../connections/write-through.ts";
import { binaryFramePieces, textFrame, textFramePieces, type WireFrames } from "../web-socket-frames.ts";
import type { SessionSocket } from "./socket-server.ts";

/**
 * All that leans on how Socket.IO, Engine.IO and ws are made inside: the encoder that is handed every answer, the
 * queue Engine.IO keeps, its type of packet, its text for one message, and the line below it, which takes frames as
 * they are. `engine-insides.test.ts` tells when a newer one is made otherwise.
 */
type Connection = SessionSocket["conn"];

/** Engine.IO's packet type for what Socket.IO sends. */
const ENGINE_MESSAGE = "4";
const WEB_SOCKET_OPEN = 1;
const NOTHING = Buffer.alloc(0);
const AS_IT_IS = { compress: false } as const;

interface QueuedPacket {
  readonly data?: string | Buffer;
}

/** What Engine.IO holds back while a connection takes nothing. */
function queueOf(connection: Connection): readonly QueuedPacket[] {
  const { writeBuffer = [] } = connection as unknown as { writeBuffer?: readonly QueuedPacket[] };
  return writeBuffer;
}

/** One connection's way out. Made once for each: what it leads to lies behind objects that are slow to ask. */
export class Outlet {
  private readonly connection: Connection;
  private readonly webSocket: { readonly readyState?: number } | undefined;
  readonly line: Line;

  constructor(connection: Connection) {
    this.connection = connection;
    this.webSocket = (connection.transport as { socket?: { readyState?: number } }).socket;
    this.line = connection.request.socket;
  }

  /** The line where whole frames may be written to it: nothing waits above it that has to go first. Null elsewhere. */
  get freeLine(): Line | null {
    const isFree =
      this.connection.readyState === "open" &&
      this.webSocket?.readyState === WEB_SOCKET_OPEN &&
      queueOf(this.connection).length === 0 &&
      this.line.writable;
    return isFree ? this.line : null;
  }

  /** Sends an event after all that was sent before: one plain write, which costs half of Engine.IO's own way. */
  send({ message, frame }: ReadyEvent): void {
    const line = this.freeLine;
    if (line === null) this.connection.write(message, AS_IT_IS);
    else writeThrough(line, frame);
  }

  /** What waits in this process, in bytes: with Engine.IO, and with Node below it. */
  get waitingBytes(): number {
    let bytes = this.line.writableLength;
    for (const { data } of queueOf(this.connection)) if (data !== undefined) bytes += Buffer.byteLength(data);
    return bytes;
  }

  /** Calls `then` once what has been sent so far is with the system, or the connection is gone. */
  onceLeft(then: () => void): void {
    const { connection, line } = this;
    let isOver = false;
    const finish = () => {
      if (isOver) return;
      isOver = true;
      connection.off("close", finish);
      connection.off("drain", behindQueue);
      then();
    };
    // The line calls back in the order of what is written to it; a queue is written at once when its turn has come.
    const behindQueue = () => {
      if (line.writable) line.write(NOTHING, finish);
    };
    connection.once("close", finish);
    if (connection.readyState !== "open") finish();
    else if (queueOf(connection).length === 0) behindQueue();
    else connection.once("drain", behindQueue);
  }
}

/** An event that goes to many, encoded and framed once. */
export interface ReadyEvent {
  readonly message: string;
  readonly frame: WireFrames;
}

/** Encodes and frames the event `name` with its one argument. */
export function readyEvent(name: string, argument: object): ReadyEvent {
  const message = `${PacketType.EVENT}${JSON.stringify([name, argument])}`;
  return { message, frame: textFrame(`${ENGINE_MESSAGE}${message}`) };
}

/** An answer in pieces of bytes, which are written without being joined, so that answers share what is equal in them. */
export class ReadyAnswer {
  private readonly outlet: Outlet;
  private readonly json: readonly Uint8Array[];
  private readonly attachments: readonly (readonly Uint8Array[])[];
  /** Whether the line has taken it; null where it was not written to the line itself. */
  private onLine: "waits" | "left" | null = null;
  private whenLeft: () => void = () => undefined;

  /** `json` is the answer's one argument, in which `attachmentPlaceholder` stands for each of `attachments`. */
  constructor(outlet: Outlet, json: readonly Uint8Array[], attachments: readonly (readonly Uint8Array[])[]) {
    this.outlet = outlet;
    this.json = json;
    this.attachments = attachments;
  }

  /** Answers the call `callId`; gives what Engine.IO has to send where something of its own waits before it. */
  send(callId: number | undefined): (string | Buffer)[] {
    const { json, attachments } = this;
    const type =
      attachments.length > 0 ? `${PacketType.BINARY_ACK}${attachments.length}-` : `${PacketType.ACK}`;
    const message = [Buffer.from(`${type}${callId}[`), ...json, Buffer.from("]")];
    const line = this.outlet.freeLine;
    if (line === null)
      return [Buffer.concat(message).toString(), ...attachments.map((pieces) => Buffer.concat(pieces))];
    this.onLine = "waits";
    const frames = attachments.map(binaryFramePieces);
    const pieces = [...textFramePieces([Buffer.from(ENGINE_MESSAGE), ...message]), ...frames.flat()];
    const last = pieces.pop() ?? NOTHING;
    line.cork();
    for (const piece of pieces) line.write(piece);
    // The line also calls back where it closes first.
    line.write(last, () => {
      this.onLine = "left";
      this.whenLeft();
    });
    line.uncork();
    return [];
  }

  /** As `Outlet.onceLeft`, of this answer, which must have been given to Socket.IO before. */
  onceLeft(then: () => void): void {
    if (this.onLine === "left") then();
    else if (this.onLine === "waits") this.whenLeft = then;
    else this.outlet.onceLeft(then);
  }
}

/** What a stock decoder replaces by the attachment of this index, counted from 0. */
export function attachmentPlaceholder(index: number): object {
  return { _placeholder: true, num: index };
}

/** Stock decoders refuse an answer to which more is attached. */
export const ATTACHMENTS_MAX = 10;

/** Socket.IO's own wire format; an answer that is bytes already goes out as it is. */
class AnswerEncoder extends Encoder {
  override encode(packet: Packet) {
    const [answer] = packet.type === PacketType.ACK ? (packet.data as unknown[]) : [];
    return answer instanceof ReadyAnswer ? answer.send(packet.id) : super.encode(packet);
  }
}

/** What Socket.IO takes as `parser`. */
export const ANSWER_PARSER = { Encoder: AnswerEncoder, Decoder };
