import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { countedAddress } from "../identity/client-address.ts";
import { Backlog } from "./backlog.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import { sentMark } from "./sent-mark.ts";

/** What a connection was given up for: no whole request came, no body, or nobody took the answer. */
export type Fault = "silent" | "body" | "answer";

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const TIMED_OUT = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/** A TCP connection of somebody who is not in: its requests, and how long it has done nothing. */
export class WaitingConnection {
  /** As `countedAddress` gives it. */
  readonly address: string;
  readonly socket: Socket;
  readonly #limits: ConnectionLimits;
  readonly #exchanges = new Set<Exchange>();
  readonly #answers: Backlog;
  /** Looks in the present wait, and what had come when it began. */
  #looks = 0;
  #bytesBefore = 0;
  #isUpgraded = false;

  constructor(socket: Socket, limits: ConnectionLimits) {
    this.socket = socket;
    this.#limits = limits;
    this.address = countedAddress(socket.remoteAddress);
    this.#answers = new Backlog({
      sweepMs: limits.lookMs,
      patientBytes: 0,
      stalledLooks: limits.answerStalledLooks,
      maxBytes: Number.POSITIVE_INFINITY,
    });
  }

  /** Whether no request is under way: neither its body is to come nor its answer to go. */
  get isIdle(): boolean {
    for (const exchange of this.#exchanges) if (isUnderWay(exchange)) return false;
    return true;
  }

  asked(request: IncomingMessage, response: ServerResponse): void {
    const exchange = { request, response };
    this.#exchanges.add(exchange);
    this.#waitAnew();
    response.once("close", () => {
      if (!isUnderWay(exchange)) this.#exchanges.delete(exchange);
      this.#waitAnew();
    });
  }

  /** It speaks WebSocket from here on. */
  upgraded(): void {
    this.#isUpgraded = true;
    this.#waitAnew();
  }

  /** Looks at it; what it is to be given up for, or null. */
  look(): Fault | null {
    const exchanges = [...this.#exchanges];
    for (const exchange of exchanges) if (!isUnderWay(exchange)) this.#exchanges.delete(exchange);
    const latest = [...this.#exchanges].at(-1);
    if (latest === undefined) return this.#isTired() ? "silent" : null;
    if (isAwaited(latest.request)) return this.#bodyFault(latest.request);
    this.#waitAnew();
    const waitingBytes = this.socket.writableLength;
    return this.#answers.isHopeless({ waitingBytes, sentMark: sentMark(this.socket) }) ? "answer" : null;
  }

  /** Closes it, with a word where one can still be read. */
  close(): void {
    const isAsked = this.socket.bytesRead > this.#bytesBefore || !this.isIdle;
    const isAnswered = [...this.#exchanges].some(({ response }) => response.headersSent);
    if (isAsked && !isAnswered && !this.#isUpgraded) this.socket.write(TIMED_OUT);
    this.socket.destroy();
  }

  #bodyFault(request: IncomingMessage): Fault | null {
    // What has come and is not read waits for this process.
    if (request.readableLength > 0) this.#waitAnew();
    if (!this.#isTired()) return null;
    if (this.socket.bytesRead - this.#bytesBefore < this.#limits.bodyBytesMin) return "body";
    this.#waitAnew();
    return null;
  }

  #isTired(): boolean {
    this.#looks += 1;
    return this.#looks > this.#limits.silentLooks;
  }

  #waitAnew(): void {
    this.#looks = 0;
    this.#bytesBefore = this.socket.bytesRead;
  }
}

/** Whether part of the body is still to come. */
function isAwaited({ complete, destroyed }: IncomingMessage): boolean {
  return !complete && !destroyed;
}

function isUnderWay({ request, response }: Exchange): boolean {
  return !response.closed || isAwaited(request);
}
