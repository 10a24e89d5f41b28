import type { IncomingMessage, Server } from "node:http";
import type { Registry } from "prom-client";
import type { Actor } from "../shared/domain/actor.ts";
import { personOf } from "../shared/domain/people/standing.ts";
import { can } from "../shared/domain/rights.ts";
import { zhCN } from "../shared/messages/zh-CN.ts";
import { CLOSE_CODES } from "../shared/protocol/notes.ts";
import { HostRegistry } from "./host/host-registry.ts";
import type { Client } from "./http/parts.ts";
import { createWeb } from "./http/web.ts";
import { actorOf } from "./identity/actor-of.ts";
import { AttemptLimiter } from "./identity/attempt-limiter.ts";
import { isOwnOrigin } from "./identity/origin.ts";
import { Pins } from "./identity/pins.ts";
import { requestToken } from "./identity/request-token.ts";
import { Tokens } from "./identity/tokens.ts";
import { createMetrics } from "./metrics.ts";
import type { AuthorizeNotes } from "./notes/authorization.ts";
import { createNotesHub } from "./notes/notes-hub.ts";
import { OpenConnections } from "./open-connections.ts";
import type { Storage } from "./ports/storage.ts";
import type { SlowClientLimits } from "./sockets/backlog.ts";
import { socketAudience } from "./sockets/lane-rooms.ts";
import { listenToSockets } from "./sockets/session-gateway.ts";
import { closeSlowClients } from "./sockets/slow-clients.ts";
import { createSocketServer, disconnectAll } from "./sockets/socket-server.ts";
import { routeUpgrades } from "./upgrade-router.ts";

export interface AppParts {
  /** Not listening yet, without listeners of ours. */
  readonly server: Server;
  readonly storage: Storage;
  /** 32 random bytes that stay with the data. */
  readonly secret: Buffer;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: (message: string, details: object) => void;
  readonly addresses: () => string[];
  readonly client: Client;
  /** See `HostParts.commitIntervalMs`. */
  readonly commitIntervalMs: number;
  /** When a client counts as one that does not read; for tests. */
  readonly slowClientLimits?: SlowClientLimits;
}

export interface App {
  /** The server given in. */
  readonly server: Server;
  readonly hosts: HostRegistry;
  readonly metrics: Registry;
  /** Tells clients, finishes what was accepted, closes every connection. */
  close(): Promise<void>;
}

const PIN_TRIES = { burst: 5, refillMs: 4 * 60 * 1000 } as const;
const PASSWORD_TRIES = { burst: 10, refillMs: 20 * 1000 } as const;
const DRAIN_SPREAD_MS = 3_000;
/** Who has not gone by then is cut off: a half-sent request, a client that does not read. */
const CUT_AFTER_MS = 2_000;

/** The whole server on parts given from outside: what `main.ts` and the tests start. */
export function createApp(parts: AppParts): App {
  const { server, storage, clock, log, newId } = parts;
  const connections = new OpenConnections(server);
  const io = createSocketServer(server);
  const tokens = new Tokens(storage.credentials, clock);
  const metrics = createMetrics(() => io.engine.clientsCount);
  const notes = createNotesHub({
    store: storage.notes,
    clock,
    log,
    tokenOf: notesToken,
    authorize: authorizeNotes(tokens, (sessionId) => hosts.open(sessionId)),
  });
  const audience = socketAudience(io, (sessionId) => notes.recheck(sessionId));
  const hosts = new HostRegistry({
    journal: storage.journal,
    audience,
    clock,
    newId,
    log,
    commitIntervalMs: parts.commitIntervalMs,
  });
  let isDraining = false;
  listenToSockets(io, { hosts, tokens, clock, log, isDraining: () => isDraining });
  const stopSweeping = closeSlowClients(io, () => metrics.slowClientsClosed.inc(), parts.slowClientLimits);
  const web = createWeb(
    {
      hosts,
      storage,
      tokens,
      pins: new Pins(parts.secret, storage.credentials),
      pinAttempts: new AttemptLimiter({ ...PIN_TRIES, clock }),
      passwordAttempts: new AttemptLimiter({ ...PASSWORD_TRIES, clock }),
      notesState: (documentName) => notes.stateOf(documentName),
      isReady: () => !isDraining,
      addresses: parts.addresses,
      clock,
      newId,
      log,
      client: parts.client,
    },
    metrics.registry,
  );
  server.on("request", web);
  routeUpgrades(
    server,
    {
      "/socket.io/": "claimed",
      ...(parts.client.kind === "handler" && { "/vite-hmr": "claimed" as const }),
      "/yjs/": (request, socket, head) => notes.handleUpgrade(request, socket, head),
    },
    () => isDraining,
  );
  const close = async () => {
    isDraining = true;
    io.emit("server:notice", { code: "draining", retryInMs: DRAIN_SPREAD_MS });
    stopSweeping();
    const cutting = setTimeout(() => connections.cut(), CUT_AFTER_MS);
    await hosts.settled();
    await notes.close();
    await disconnectAll(io);
    await io.close();
    clearTimeout(cutting);
  };
  return { server, hosts, metrics: metrics.registry, close };
}

/** A notes address carries the token as a parameter, since browsers set no headers on a WebSocket. */
function notesToken(request: IncomingMessage): string | undefined {
  const parameter = new URL(request.url ?? "", "http://localhost").searchParams.get("token");
  return parameter ?? requestToken(request);
}

type OpenHost = HostRegistry["open"];

function authorizeNotes(tokens: Tokens, open: OpenHost): AuthorizeNotes {
  return async ({ request, sessionId, roomId, token }) => {
    if (!isOwnOrigin(request)) return { ok: false, closeCode: CLOSE_CODES.noRight };
    const identity = await tokens.identify(token);
    if (identity === null) return { ok: false, closeCode: CLOSE_CODES.notSignedIn };
    const host = await open(sessionId);
    if (host?.state.find("room", `room:${roomId}`) === undefined) {
      return { ok: false, closeCode: CLOSE_CODES.noSuchDocument };
    }
    const actor = actorOf(identity, sessionId);
    if (actor === null || !can(actor, { type: "notes.read", roomId }, host.state)) {
      return { ok: false, closeCode: CLOSE_CODES.noRight };
    }
    const person = personOf(actor, host.state);
    const actorId = actor.kind === "person" ? actor.personId : actor.kind;
    return {
      ok: true,
      actorId,
      name: person?.name ?? zhCN.defaults.organiser,
      colour: colourOf(actorId),
      canWrite: can(actor, { type: "notes.write", roomId }, host.state),
    };
  };
}

/** Cursor colours that carry white text at 4.5 : 1. */
const COLOURS = [
  "#14607a",
  "#8a5a00",
  "#2b6b3f",
  "#7a3e8a",
  "#a3402f",
  "#3f5aa8",
  "#6b5b1e",
  "#1f6b6b",
] as const;

function colourOf(actorId: Actor["kind"] | string): string {
  let sum = 0;
  for (const character of actorId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}
