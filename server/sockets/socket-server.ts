import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import { setImmediate } from "node:timers/promises";
import { Server, type Socket } from "socket.io";
import type { Actor } from "../../shared/domain/actor.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { ClientToServerEvents, ServerToClientEvents } from "../../shared/protocol/session-socket.ts";
import type { SessionHost } from "../host/session-host.ts";
import { isOwnOrigin } from "../identity/origin.ts";
import type { Identity } from "../ports/credential-store.ts";
import type { TokenStay } from "../ports/token-stay.ts";
import { ANSWER_PARSER, type Outlet } from "./engine-insides.ts";

/** The session a socket has joined, and as whom. */
export interface Joined {
  readonly host: SessionHost;
  readonly actor: Actor;
  /** Questions the browser follows where askers are never recorded. */
  readonly follows: readonly string[];
}

export interface SocketData {
  outlet: Outlet;
  identity: Identity;
  stay: TokenStay;
  joined: Joined | null;
  /** Whether its person counts as here for it. */
  isCounted: boolean;
  /** Ends what it watches; null where it watches nothing. */
  endWatch: (() => void) | null;
}

type NoEvents = Record<never, never>;
export type SessionServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
export type SessionSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;

/**
 * Socket.IO on the shared HTTP server. WebSocket only, so no sticky sessions; no recovery of its own, since ours
 * survives restarts; upgrades of other paths are left to the upgrade router (`destroyUpgrade: false`).
 */
export function createSocketServer(httpServer: HttpServer): SessionServer {
  return new Server(httpServer, {
    transports: ["websocket"],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    parser: ANSWER_PARSER,
    maxHttpBufferSize: LIMITS.socketFrameMaxBytes,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request)),
  });
}

/** Closes every connection once it has what was written for it; one that does not read has to be cut elsewhere. */
export async function disconnectAll(io: SessionServer): Promise<void> {
  // Answers that are given are written within this turn of the loop.
  await setImmediate();
  const gone = [...io.sockets.sockets.values()].map(({ conn }) => once(conn, "close"));
  io.disconnectSockets(true);
  await Promise.all(gone);
}
