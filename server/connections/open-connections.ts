import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Log } from "../ports/log.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import { type Fault, WaitingConnection } from "./waiting-connection.ts";

export interface OpenConnectionsParts {
  readonly limits: ConnectionLimits;
  /** Told of a connection that was closed by its fault, or because there were too many (`full`). */
  readonly closed: (reason: Fault | "full") => void;
  readonly log: Log;
}

const ACCEPT_LOG_MS = 10_000;

/**
 * Every TCP connection of a server, whatever it speaks; Node forgets those it has upgraded. Who has been let in is never
 * closed here. Everybody else waits: there is a bound to how many do, in all and from one address, and to how long one may
 * do nothing. Make it after whatever else listens to the server's requests, some of which take off earlier listeners.
 */
export class OpenConnections {
  readonly #parts: OpenConnectionsParts;
  /** Those who wait, by socket; null: who is in. */
  readonly #all = new Map<Duplex, WaitingConnection | null>();
  /** Those who wait, by address, in the order they came. */
  readonly #byAddress = new Map<string, Set<WaitingConnection>>();
  readonly #looking: NodeJS.Timeout;
  #waiting = 0;
  #isOver = false;

  constructor(server: Server, parts: OpenConnectionsParts) {
    this.#parts = parts;
    // Progress is asked of a request, below, and no total: an honest file on a slow line takes minutes.
    server.headersTimeout = 0;
    server.requestTimeout = 0;
    server.on("connection", (socket: Socket) => this.#came(socket));
    server.on("request", (request: IncomingMessage, response: ServerResponse) =>
      this.#all.get(request.socket)?.asked(request, response),
    );
    server.on("upgrade", (_request, socket: Duplex) => this.#all.get(socket)?.upgraded());
    server.once("listening", () => server.on("error", this.#acceptFailed()));
    this.#looking = setInterval(() => this.#look(), parts.limits.lookMs);
    this.#looking.unref();
  }

  /** How many there are, by whether they have been let in. */
  get counts(): { readonly in: number; readonly waiting: number } {
    return { in: this.#all.size - this.#waiting, waiting: this.#waiting };
  }

  /** Whoever holds `socket` has been let in. */
  enter(socket: Duplex): void {
    const waiting = this.#all.get(socket);
    if (waiting === undefined || waiting === null) return;
    this.#forget(waiting);
    this.#all.set(socket, null);
  }

  /** Whoever holds `socket` is no longer in, and waits like anybody else. */
  leave(socket: Socket): void {
    if (this.#all.get(socket) !== null) return;
    this.#wait(socket).upgraded();
  }

  /** Ends what is open, and from now on whatever comes. */
  cut(): void {
    this.#isOver = true;
    for (const socket of this.#all.keys()) socket.destroy();
  }

  /** No longer looks at anything. */
  stopLooking(): void {
    clearInterval(this.#looking);
  }

  #came(socket: Socket): void {
    if (this.#isOver) {
      socket.destroy();
      return;
    }
    const newcomer = this.#wait(socket);
    socket.once("close", () => {
      const waiting = this.#all.get(socket);
      if (waiting !== null && waiting !== undefined) this.#forget(waiting);
      this.#all.delete(socket);
    });
    this.#makeRoom(newcomer);
  }

  /** At a bound somebody who waits and asks nothing goes, of the address that has most; else whoever came last. */
  #makeRoom(newcomer: WaitingConnection): void {
    const { connectionsMax, waitingMax, waitingPerAddressMax } = this.#parts.limits;
    const own = this.#byAddress.get(newcomer.address) ?? new Set();
    if (own.size > waitingPerAddressMax) this.#close(oldestIdle(own) ?? newcomer, "full");
    else if (this.#waiting > waitingMax || this.#all.size > connectionsMax) {
      this.#close(oldestIdle(this.#largest()) ?? newcomer, "full");
    }
  }

  #largest(): Set<WaitingConnection> {
    let largest = new Set<WaitingConnection>();
    for (const waiting of this.#byAddress.values()) if (waiting.size > largest.size) largest = waiting;
    return largest;
  }

  #look(): void {
    for (const waiting of this.#all.values()) {
      const fault = waiting?.look();
      if (waiting && fault) this.#close(waiting, fault);
    }
  }

  #close(waiting: WaitingConnection, reason: Fault | "full"): void {
    // Its socket says so itself only later, when others may have come.
    this.#forget(waiting);
    this.#all.delete(waiting.socket);
    waiting.close();
    this.#parts.closed(reason);
  }

  #wait(socket: Socket): WaitingConnection {
    const waiting = new WaitingConnection(socket, this.#parts.limits);
    this.#all.set(socket, waiting);
    const sameAddress = this.#byAddress.get(waiting.address) ?? new Set();
    this.#byAddress.set(waiting.address, sameAddress.add(waiting));
    this.#waiting += 1;
    return waiting;
  }

  #forget(waiting: WaitingConnection): void {
    const sameAddress = this.#byAddress.get(waiting.address);
    if (sameAddress?.delete(waiting) !== true) return;
    if (sameAddress.size === 0) this.#byAddress.delete(waiting.address);
    this.#waiting -= 1;
  }

  /** Node tells here of a connection that it could not take, again and again while it lasts; unheard, it ends the process. */
  #acceptFailed(): (error: Error) => void {
    let loggedAtMs = Number.NEGATIVE_INFINITY;
    return (error) => {
      const nowMs = performance.now();
      if (nowMs - loggedAtMs < ACCEPT_LOG_MS) return;
      loggedAtMs = nowMs;
      this.#parts.log("connection not taken", { error });
    };
  }
}

function oldestIdle(waiting: Set<WaitingConnection>): WaitingConnection | undefined {
  for (const one of waiting) if (one.isIdle) return one;
  return undefined;
}
